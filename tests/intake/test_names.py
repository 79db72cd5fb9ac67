"""Whose side is meant: what is of a country is told by its adjective, in French and Spanish."""

import pytest

from dipltrack.intake.rules import anyone_of

FRENCH = """
AF afghan afghane; AL albanais albanaise; DZ algérien algérienne; AO angolais angolaise;
AR argentin argentine; AM arménien arménienne; AU australien australienne; AT autrichien autrichienne;
AZ azerbaïdjanais azerbaïdjanaise; BD bangladais bangladaise; BY biélorusse bélarussien; BE belge;
BJ béninois béninoise; BO bolivien bolivienne; BA bosnien bosnienne; BR brésilien brésilienne;
BG bulgare; BF burkinabè burkinabé; BI burundais burundaise; KH cambodgien cambodgienne;
CM camerounais camerounaise; CA canadien canadienne;
CV cap-verdien capverdien capverdienne cap-verdienne; CF centrafricain centrafricaine;
CL chilien chilienne; CN chinois chinoise; CY chypriote; CO colombien colombienne;
KM comorien comorienne; KR sud-coréen coréenne; CR costaricien costaricienne; HR croate;
CU cubain cubaine; DK danois danoise; DJ djiboutien djiboutienne; EG égyptien égyptienne;
AE émirien émirienne; EC équatorien équatorienne; ES espagnol espagnole; EE estonien estonienne;
US américain américaine; ET éthiopien éthiopienne; FI finlandais finlandaise; FR français française;
GA gabonais gabonaise; GE géorgien géorgienne; GH ghanéen ghanéenne; GR grec grecque hellénique;
GT guatémaltèque; GN guinéen guinéenne; HT haïtien haïtienne; HU hongrois hongroise;
IN indien indienne; ID indonésien indonésienne; IQ irakien irakienne; IE irlandais irlandaise;
IS islandais islandaise; IL israélien israélienne; IT italien italienne; CI ivoirien ivoirienne;
JP japonais japonaise; JO jordanien jordanienne; KZ kazakh kazakhe; KE kényan kényane;
KW koweïtien koweïtienne; LA laotien laotienne; LV letton lettone; LB libanais libanaise;
LY libyen libyenne; LT lituanien lituanienne; LU luxembourgeois luxembourgeoise; MG malgache;
MY malaisien malaisienne; ML malien malienne; MT maltais maltaise; MA marocain marocaine;
MU mauricien mauricienne; MR mauritanien mauritanienne; MX mexicain mexicaine; MD moldave;
MC monégasque; MN mongol mongole; ME monténégrin monténégrine; MZ mozambicain mozambicaine;
NO norvégien norvégienne; NE nigérien nigérienne; NG nigérian nigériane;
NZ néo-zélandais néo-zélandaise; NL néerlandais néerlandaise; PK pakistanais pakistanaise;
PE péruvien péruvienne; PH philippin philippine; PL polonais polonaise; PT portugais portugaise;
QA qatarien qatarienne; RO roumain roumaine; GB britannique; RU russe; RW rwandais rwandaise;
SN sénégalais sénégalaise; RS serbe; SC seychellois seychelloise; SK slovaque; SI slovène;
SE suédois suédoise; CH suisse helvétique; SY syrien syrienne; TD tchadien tchadienne; CZ tchèque;
TH thaïlandais thaïlandaise; TG togolais togolaise; TN tunisien tunisienne; TR turc turque;
UA ukrainien ukrainienne; UY uruguayen uruguayenne; VN vietnamien vietnamienne;
ZA sud-africain sud-africaine; DE allemand allemande; VE vénézuélien; PY paraguayen paraguayenne;
PA panaméen panaméenne; SA saoudien saoudienne; IR iranien iranienne; TZ tanzanien tanzanienne;
UG ougandais ougandaise; ZM zambien zambienne
"""
SPANISH = """
AF afgano afgana; DZ argelino argelina; AO angoleño angoleña; AR argentino argentina;
AU australiano australiana; AT austriaco austriaca austríaco austríaca; BE belga;
BO boliviano boliviana; BR brasileño brasileña; BG búlgaro búlgara; CA canadiense; CL chileno chilena;
CN chino china; CO colombiano colombiana; KR surcoreano coreana surcoreana; CR costarricense;
HR croata; CU cubano cubana; DK danés danesa; DO dominicano dominicana; EC ecuatoriano ecuatoriana;
EG egipcio egipcia; SV salvadoreño salvadoreña; ES español española españoles; US estadounidense;
EE estonio estonia; PH filipino filipina; FI finlandés finlandesa; FR francés francesa franceses;
GR griego griega helénica; GT guatemalteco guatemalteca; GQ ecuatoguineano ecuatoguineana;
HT haitiano haitiana; HN hondureño hondureña; HU húngaro húngara; IN indio india;
ID indonesio indonesia; IE irlandés irlandesa; IL israelí israelíes; IT italiano italiana;
JP japonés japonesa; MA marroquí marroquíes; MX mexicano mexicana; MZ mozambiqueño mozambiqueña;
NI nicaragüense; NO noruego noruega; NZ neozelandés neozelandesa;
NL neerlandés neerlandesa holandés holandesa; PA panameño panameña; PY paraguayo paraguaya;
PE peruano peruana; PL polaco polaca; PT portugués portuguesa portugueses; GB británico británica;
RO rumano rumana; RU ruso rusa; SE sueco sueca; CH suizo suiza; TH tailandés tailandesa;
TR turco turca; UA ucraniano ucraniana; UY uruguayo uruguaya; VE venezolano venezolana; VN vietnamita;
ZA sudafricano sudafricana; DE alemán alemana; JM jamaicano jamaiquina jamaicana;
SN senegalés senegalesa; CV caboverdiano caboverdiana; TN tunecino tunecina; SA saudí saudita;
AE emiratí; KE keniano keniana keniata; GH ghanés ghanesa; NG nigeriano nigeriana; AM armenio armenia;
GE georgiano georgiana; SK eslovaco eslovaca; SI esloveno eslovena; CZ checo checa; RS serbio serbia
"""
CASES = [
    (language, code, word)
    for language, rows in (("fr", FRENCH), ("es", SPANISH))
    for row in rows.split(";")
    for code, *words in [row.split()]
    for word in words
]


@pytest.mark.parametrize(("language", "code", "word"), CASES)
def test_the_adjective_of_a_country_names_it(language: str, code: str, word: str) -> None:
    found = anyone_of(language, (code,)).fullmatch(word)

    assert found is not None
    assert found.lastgroup == code
