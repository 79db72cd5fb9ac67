"""In which language words of time are written, where nobody has said it."""

import re
import unicodedata

from dipltrack.wording.spelling import folded

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W\d_]+")
_TURKISH = str.maketrans("ışğ", "isg")
_LETTERS = {
    "fr": "àâæèêëîïôœùûÿ",
    "es": "áíñóú¿¡º",
    "de": "äß",
    "tr": "ığş",
}
"""Letters that only one of the languages writes."""

_SHARED = {"é": ("fr", "es"), "ç": ("fr", "tr"), "ö": ("de", "tr"), "ü": ("de", "tr")}
"""Letters that two of the languages write."""

_ENDING = re.compile(
    r"(?<=\w\w\w)['’](?:[dt][ae]n?|[yn]?[aeıiuü]|n?[ıiuü]n|n[dt][ae]n?)\b|(?<=\d)['’]inci\b"
)
"""A Turkish case behind its apostrophe: "2019'un", "Haziran'a"."""

_WORDS = {
    "en": """
        a an un and or dialogue the of next this year month week by before after within in on at from to until between early late
        mid end beginning start half first second third fourth quarter spring summer autumn fall winter
        as soon possible annually every later than no not january february march april may june july
        august september october november december monday tuesday wednesday thursday friday days weeks
        months years coming following time course date when shortly
        """,
    "fr": """
        le la les l un une des du de au aux en dans d ici avant apres fin debut mi milieu courant cours
        prochain prochaine prochains prochaines annee an ans mois semaine semaines jour jours trimestre
        semestre premier premiere second seconde deuxieme troisieme quatrieme dernier derniere printemps
        ete automne hiver janvier fevrier mars avril mai juin juillet aout septembre octobre novembre
        decembre lundi mardi mercredi jeudi vendredi samedi dimanche des que possible meilleurs delais
        delai plus tard tot vite jusqu partir chaque tous toutes fois par annuellement regulierement
        prochainement rapidement sans lors occasion marge pour quinzaine cette cet ce et ou entre vers
        depuis bientot demain aujourd hui hier noel sous peu pendant durant est sera reunion er qui sur
        il a week end date determiner fixer convenir dialogue horizon incessamment immediatement mensuellement
        trimestriellement semestriellement periodiquement rythme annuel annuelle facon decade terme
        echeance dont delai ulterieurement
        """,
    "es": """
        el la los las un una del de al en para por y o a lo antes despues fin final finales fines
        principios comienzos mediados inicio proximo proxima proximos proximas ano anos mes meses semana
        semanas dia dias trimestre semestre primer primera segundo segunda tercer tercera cuarto ultimo
        ultima primavera verano otono invierno enero febrero marzo abril mayo junio julio agosto
        septiembre setiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado
        domingo posible cuanto brevedad mayor breve proximamente hasta desde tardar mas plazo dentro cada
        veces vez anualmente periodicamente ocasion margen motivo este esta durante hacia entre que viene
        con forma manera regular regulares regularidad inmediata inmediato inmediatamente oportunamente
        oportuno momento tan pronto como entre vigor prontitud mensualmente intervalos periodicidad
        convenir firma paralelo asamblea general bienal bianualmente bienalmente semestralmente trimestralmente horizonte firmado firmada cuya
        termino cierre reunion reuniones celebrara fecha su debido tiempo sin demora decada agenda inicios anual
        bianual regularmente semestrales semestral futuro er ro manana hoy ayer navidad quincena cuatrimestre mitad curso partir se cumbre
        """,
    "de": """
        der die das den dem des ein eine einem einer im in am an bis zum zur vor nach ab seit von und oder
        ende anfang mitte beginn nachsten nachste nachstes nachster kommenden kommende jahr jahres jahre
        jahren monat monats monate monaten woche wochen tag tage tagen quartal halbjahr ersten erste zweiten
        zweite dritten vierten letzten fruhjahr fruhling sommer herbst winter januar februar marz april mai
        juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag
        samstag sonntag so bald wie moglich baldmoglichst innerhalb binnen jedes jede jahrlich regelmassig
        spatestens lauf laufe wahrend zwischen rande anlasslich zeitnah unverzuglich alle zwei drei sechs
        demnachst naher zukunft dieses diesen rahmen jahreswechsel schnell rasch zeit noch heute morgen
        ubermorgen gestern umgehend umgehende fruhestens monatlich wochentlich schnellstmoglich ohne
        verzogerung verzug weitere kurzfristig mittelfristig langfristig kunftig bisher zu uber gegen
        weihnachten ostern pfingsten stattfinden fortgesetzt soll wird wurde beim gipfel gelegenheit
        regelmaessige regelmassige treffen alsbald sofort dringend jeweils quartalsweise jahresbeginn jahresende kalenderwoche kw erster
        raschestmoglich ehestmoglich bevorstehenden anlass passender gegebenem an auf jahrestakt kurze
        """,
    "tr": """
        ve veya ile bu yil yili yilin yilinda yilina yillik ay ayi ayin ayinda hafta haftasi gun icinde
        icerisinde kadar once sonra sonu sonuna sonunda basinda basi ortasinda ortasi gelecek onumuzdeki
        ilk ikinci ucuncu dorduncu son yarisinda yarisi ceyreginde ceyregi bahar ilkbahar yaz sonbahar kis
        baharinda ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik pazartesi sali
        carsamba persembe cuma cumartesi pazar en kisa surede zamanda mumkun yakin yakinda derhal her iki
        defa kez duzenli olarak itibaren arasinda tarihinde tarihine gec ta te da de vesilesiyle marjinda
        donemde doneminde bir uc alti ayda yilda toplantisi toplantisinda dek beri saat bugun dun
        birkac ila icin on yirmi yuz otuz tur yedinci dokuzuncu vadede uzun kisa acilen evvel yillari
        sonbaharda ilkbaharda haftaya seneye ceyrek ceyrekte gecen olarak
        """,
}
"""Telling words, without their accents; a word of several languages tells for each."""

_SETS = {lang: frozenset(words.split()) for lang, words in _WORDS.items()}
_STEMS = (
    *("ocak", "subat", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim"),
    *("kasim", "aralik", "onumuzdeki", "zirve", "secim", "ziyaret", "donem", "gecik", "vakit"),
    *("surat", "ivedi", "muntazam", "muzakere", "oturum", "toplanti", "gorusme", "hafta", "tarih"),
    *("ceyre", "senesi", "aylar", "belirlen", "forumu"),
)
"""Turkish words that are known by their beginning, for an ending may stand on them."""

_LETTER = 2  # a letter tells as much as so many words


def language_of(text: str) -> str:
    """The language of the words, by script, letters and telling words; English where in doubt.

    >>> [language_of(text) for text in ("来年1月", "fin mars", "en mayo", "Ende Mai", "late May")]
    ['ja', 'fr', 'es', 'de', 'en']
    >>> language_of("2018")
    'en'
    """
    if _JAPANESE.search(text):
        return "ja"
    small = unicodedata.normalize("NFC", text.replace("İ", "i")).lower()
    words = [folded(word).translate(_TURKISH) for word in _WORD.findall(small)]
    return max(_SETS, key=lambda lang: _score(lang, words, small, text))


def _score(lang: str, words: list[str], small: str, text: str) -> tuple[int, bool]:
    score = sum(word in _SETS[lang] for word in words)
    score += _LETTER * sum(letter in small for letter in _LETTERS.get(lang, ""))
    score += sum(letter in small for letter, langs in _SHARED.items() if lang in langs)
    if lang == "tr":
        score += _LETTER * len(_ENDING.findall(small))
        score += sum(word.startswith(_STEMS) and word not in _SETS[lang] for word in words)
    return score, lang == "de" and "Mai" in text  # in French it has no capital
