"""The German words of time, by what they say.

A tilde stands for the endings of an adjective, "nächst~ Jahr" for five phrases. Umlauts may be
written ae, oe, ue, and ß as ss.
"""

from typing import Any

from dipltrack.wording.denotation import Portion, Unit
from dipltrack.wording.feasts import TURN
from dipltrack.wording.tokens import Kind

NAMED: dict[Kind, str] = {
    Kind.NOW: "nun, jetzt, heute an, nun an, jetzt an",
    Kind.THE: "der, die, das, den, dem, ihr~, sein~, unser~, beid~",
    Kind.A: "ein, eine, einem, einen, einer, eines, ein~ weiter~",
    Kind.SOME: "paar, ein paar, einig~, wenig~, mehrer~, viel~",
    Kind.IN: """
        in, sowohl, sowohl im, im laufe, im verlauf, im verlaufe, im zuge, während, im zeitraum, im lauf,
        irgendwann in, irgendwann im, voraussichtlich in, möglichst in, verschoben auf,
        vertagt auf, verlegt auf, mit wirkung, im monat, in den monaten, per, für den monat
        """,
    Kind.ON: "an, auf, am tag, zu, am datum",
    Kind.AT: "bei, um",
    Kind.BY: """
        nicht später als, längstens, längstens bis, spätestens bis, spätestens bis zum,
        spätestens bis zur, spätestens zum, spätestens zur, allerspätestens, nicht nach,
        mit zielhorizont, mit horizont, mit dem zielhorizont, mit frist, mit frist bis, mit einer frist bis, mit frist zum, längstens bis zum
        """,
    Kind.THROUGH: """
        bis, bis einschließlich, bis inklusive, bis hin, noch bis, bis etwa, bis ungefähr,
        bis in, bis an, bis gegen, bis an das, bis nach, bis vor
        """,
    Kind.BEFORE: """
        noch vor, rechtzeitig vor, kurz vor, im vorfeld, in der zeit vor, unmittelbar vor,
        deutlich vor, früher als, möglichst vor, im vorlauf
        """,
    Kind.AFTER: """
        nach, nach ablauf, nach ablauf von, nach verlauf von, kurz nach, im anschluss an, unmittelbar nach, im nachgang, später als, der auf den,
        der auf die, der auf das
        """,
    Kind.NOT_BEFORE: "nicht vor, nicht früher als, nicht eher als, frühestens ab, frühestens ab dem, frühestens im, frühestens in",
    Kind.FROM: "ab, beginnend ab, mit wirkung ab, mit wirkung vom, von",
    Kind.WITHIN: """
        binnen, innerhalb, innerhalb von, in weniger als, in höchstens, in maximal, in spätestens,
        vor ablauf von, vor ablauf einer frist von, vor ablauf der frist von, noch in,
        noch im, noch am, noch an, noch auf, noch, noch während, noch im laufe, noch innerhalb,
        noch im verlauf, innert
        """,
    Kind.FOR: "für, für die dauer, für die dauer von, für einen anfänglichen zeitraum von, für eine anfängliche dauer von, für einen zeitraum von, geplant für, vorgesehen für, angesetzt für, terminiert für",
    Kind.OVER: "über, auf die dauer, auf die dauer von",
    Kind.BETWEEN: "zwischen, irgendwann zwischen",
    Kind.AND: "und, sowie, als auch, wie auch",
    Kind.OR: "oder, beziehungsweise, bzw, und oder",
    Kind.SINCE: """
        seit, bis heute, bisher, seither, seitdem, kürzlich, zuletzt, vor kurzem, bislang, jüngst,
        unlängst, neulich, gestern, vorgestern, bis jetzt, bis dato, letztmals, damals
        """,
    Kind.AROUND: """
        etwa, circa, ca, ungefähr, gegen, rund um, um den, um die, um das, um etwa, in etwa,
        voraussichtlich gegen, rund
        """,
    Kind.AS_EARLY_AS: "bereits, schon, bereits für, schon für",
    Kind.AT_LATEST: "spätestens",
    Kind.AT_EARLIEST: "frühestens",
    Kind.ONWARD: "und darüber hinaus, und danach, oder später, und später, fortfolgend~, ff",
    Kind.OR_SOONER: "oder früher, oder eher, wenn nicht früher, wenn nicht eher",
    Kind.LATER: "später, später noch, weiter~ im laufe",
    Kind.EARLIER: "früher im",
    Kind.REST: """
        rest, restlich~, verbleibend~, verbleibend~ monate, verbleibend~ monaten,
        verbleibend~ zeit, übrig~, weiter~ verlauf
        """,
    Kind.PERIOD: "zeitraum, zeitraums, periode",
    Kind.HENCE: "ab heute, ab jetzt, von heute an, ab dem treffen, ab sofort gerechnet",
    Kind.LENGTH: """
        bis zu, zeitraum von, dauer von, frist von, periode von, eines zeitraums von,
        einem zeitraum von, einen zeitraum von, einer frist von, die dauer von, maximal,
        höchstens, insgesamt
        """,
    Kind.FULL: "voll~, ganz~, weiter~, aufeinanderfolgend~",
    Kind.EVERY: """
        alle, jed~, aller, im turnus von, im abstand von, im rhythmus von, in abständen von,
        in einem abstand von, in einem turnus von, in einem rhythmus von
        """,
    Kind.TIMES_WORD: "mal, male",
    Kind.PER: "pro, je",
    Kind.LAST: "letzt~, vergangen~, vorig~, zurückliegend~",
    Kind.CLOCK: """
        uhr, mittags, nachmittags, vormittags, abends, morgens, mitternacht, am morgen,
        am vormittag, am mittag, am nachmittag, am abend, in der nacht, mez, mesz, ortszeit
        """,
    Kind.OCCASION: """
        am rande, am rande der, am rande des, am rande von, am rande eines, am rande einer,
        anlässlich, anlässlich der, anlässlich des, anlässlich eines, anlässlich einer,
        aus anlass, aus anlass der, aus anlass des, bei gelegenheit der,
        bei gelegenheit des, gelegentlich der, gelegentlich des, zeitgleich mit, parallel zu,
        parallel zum, parallel zur, in verbindung mit, zum abschluss, zum abschluss der,
        zum abschluss des, zu beginn der, am rand, am rand der, am rand des, zu ehren
        """,
    Kind.WHEN: """
        sobald, wenn, vorbehaltlich, nachdem, mit dem tag, mit dem tage, mit dem zeitpunkt,
        an dem tag, vom tag, vom tage, ab dem tag, ab dem tage, ab dem zeitpunkt
        """,
    Kind.MOMENT: "termin, zeitpunkt, datum, terminen, zeitpunkten",
    Kind.BODY: """
        kommission, ausschuss, ausschusses, rat, rates, ministerrates, beirates, vorstandes, lenkungsausschusses, gremium, gruppe, arbeitsgruppe, parlament, bundestag,
        lenkungsausschuss, ministerrat, verwaltungsrat, phase, etappe, bericht, beirat, vorstand
        """,
    Kind.BOUND: "mindestens, mehr als, weniger als, wenigstens, fast, nahezu, knapp, gut, erst",
    Kind.CHANGE: """
        nicht, kein, kein~, nie, niemals, weder, außer, ausgenommen, mit ausnahme, ohne, falls,
        sofern, statt im, statt am, statt in, anstatt, anstelle, abgesagt, ausgesetzt, darauffolgend~, nachdem das jahr,
        vorabend, tags darauf, danach, zuvor, davor, verschoben vom, verschoben von, selb~, jen~,
        schuljahr, schuljahres, studienjahr, studienjahres, akademisch~, es sei denn, ob, sondern,
        wintersemester, sommersemester, hinaus
        """,
    Kind.WORD: """
        wenn möglich, falls möglich, sofern möglich, wenn nötig, falls erforderlich,
        falls notwendig, nicht nur, nicht zuletzt, noch einmal, noch nicht abschließend,
        vor ort, vor allem, vor dem hintergrund, nach wie vor, im hinblick auf, im bereich,
        nach absprache, nach abstimmung, nach maßgabe, zu diesem zweck, zu diesem thema,
        in diesem zusammenhang, in diesem rahmen, in diesem bereich, in diesem sinne,
        nach möglichkeit, im rahmen, ohne vorbedingungen, zum ersten mal, zum zweiten mal,
        zum dritten mal, erst~ mal, je nach, in erster linie, auf dauer angelegt, an bord,
        in kraft, in berlin, auf den weg, um ein, auf grundlage, auf einladung, auf ebene,
        nach angaben, zu zweit, noch enger, noch weiter,
        noch stärker, darüber hinaus
        """,
    Kind.TO_BE: "findet, finden, tagt, tagen, erfolgt, folgt, soll, sollen, sollte, sollten, wird, werden, würde, würden",
    Kind.PAST_WORD: """
        unterzeichnet~, unterzeichnet, geschlossen~, verabschiedet~, verabschiedet, vereinbart~,
        vereinbart, angenommen~, veröffentlicht~, veröffentlicht, gegründet~, gegründet,
        geschlossen, beschlossen~, beschlossen, abgehalten~, ratifiziert~, ratifiziert
        """,
}

VALUED: dict[Kind, dict[Any, str]] = {
    Kind.MONTH: {
        1: "januar, januars, jan, jänner, jänners",
        2: "februar, februars, feb, feber",
        3: "märz, märzes, mrz",
        4: "april, aprils, apr",
        5: "mai, mais",
        6: "juni, junis, jun",
        7: "juli, julis, jul",
        8: "august, augusts, aug",
        9: "september, septembers, sept, sep",
        10: "oktober, oktobers, okt",
        11: "november, novembers, nov",
        12: "dezember, dezembers, dez",
    },
    Kind.WEEKDAY: {
        0: "montag, mo",
        1: "dienstag, di",
        2: "mittwoch, mi",
        3: "donnerstag, do",
        4: "freitag, fr",
        5: "samstag, sonnabend, sa",
        6: "sonntag",
    },
    Kind.SEASON: {
        0: "frühjahr, frühjahrs, frühling, frühlings, frühjahres",
        1: "sommer, sommers",
        2: "herbst, herbsts, herbstes",
        3: "winter, winters",
    },
    Kind.UNIT: {
        Unit.HOUR: "stunde",
        Unit.DAY: "tag, tages, tags, kalendertag",
        Unit.WORKING_DAY: "werktag, arbeitstag, werktages, arbeitstages, werktags",
        Unit.WEEKEND: "wochenende, wochenendes",
        Unit.WEEK: "woche, kalenderwoche, kw",
        Unit.MONTH: "monat, monats, monates, kalendermonat, kalendermonats",
        Unit.QUARTER: "quartal, quartals, vierteljahr, vierteljahres, vierteljahrs, trimester",
        Unit.HALF: "halbjahr, halbjahres, halbjahrs, semester, semesters",
        Unit.YEAR: "jahr, jahres, jahrs, kalenderjahr, kalenderjahres",
        Unit.DECADE: "jahrzehnt, jahrzehnts, jahrzehntes, dekade",
    },
    Kind.UNITS: {
        Unit.HOUR: "stunden",
        Unit.DAY: "tage, tagen, kalendertage, kalendertagen",
        Unit.WORKING_DAY: "werktage, werktagen, arbeitstage, arbeitstagen",
        Unit.WEEKEND: "wochenenden",
        Unit.WEEK: "wochen, kalenderwochen",
        Unit.MONTH: """
            monate, monaten, kalendermonate, kalendermonaten, wochen und monate,
            wochen und monaten
            """,
        Unit.QUARTER: "quartale, quartalen, vierteljahre, vierteljahren",
        Unit.HALF: "halbjahre, halbjahren, semestern",
        Unit.YEAR: "jahre, jahren, kalenderjahre, kalenderjahren",
        Unit.DECADE: "jahrzehnte, jahrzehnten, dekaden",
    },
    Kind.HALF: {None: "hälfte, halb~, jahreshälfte, halb", 3: "drittel, drittels"},
    Kind.PORTION: {
        Portion.EARLY: """
            anfang, anfangs, beginn, zu beginn, zu anfang, erst~ tage, erst~ tagen, erst~ wochen,
            erst~ monate, erst~ monaten, früh
            """,
        Portion.MID: "mitte, mittler~",
        Portion.LATE: "spät, späte, späten, spätem, spätes, letzt~ tage, letzt~ tagen, letzt~ wochen, letzt~ monaten",
        Portion.END: "ende, ablauf, schluss, ausgang, zu ende",
    },
    Kind.EARLY: {
        Portion.EARLY: "früh~, baldig~, frühzeitig~, möglichst baldig~, rasch~, zügig~, zeitig~"
    },
    Kind.BEGIN: {None: "beginnend, beginnend mit, beginnend am, beginnend im, beginnt, startet"},
    Kind.PORTION_UNIT: {
        (Portion.END, Unit.YEAR): "jahresende, jahresschluss, jahresendes",
        (Portion.EARLY, Unit.YEAR): "jahresanfang, jahresbeginn, jahresanfangs, jahresbeginns",
        (Portion.MID, Unit.YEAR): "jahresmitte",
        (Portion.END, Unit.MONTH): "monatsende",
        (Portion.EARLY, Unit.MONTH): "monatsanfang, monatsbeginn",
        (Portion.MID, Unit.MONTH): "monatsmitte",
        (Portion.END, Unit.QUARTER): "quartalsende",
        (Portion.EARLY, Unit.QUARTER): "quartalsbeginn, quartalsanfang",
        (Portion.MID, Unit.WEEK): "wochenmitte",
        (Portion.EARLY, Unit.WEEK): "wochenbeginn, wochenanfang",
    },
    Kind.FRACTION: {
        (number, parts): f"{letter}{number}"
        for letter, parts in (("q", 4), ("h", 2))
        for number in range(1, parts + 1)
    },
    Kind.OPEN: {
        True: """
            so bald wie möglich, sobald wie möglich, so bald als möglich, sobald als möglich,
            so schnell wie möglich, so rasch wie möglich, so früh wie möglich,
            so zügig wie möglich, so zeitnah wie möglich, möglichst bald, möglichst schnell,
            möglichst rasch, möglichst früh, möglichst zeitnah, möglichst zügig,
            möglichst frühzeitig, schnellstmöglich, schnellstmöglich~, baldmöglichst,
            baldmöglichst~, baldigst, frühestmöglich, raschestmöglich, rasch, schnell, zügig,
            mit vorrang, vorrangig, zeitnah, zeitnah~, umgehend, umgehend~, unverzüglich, unverzüglich~, sofort,
            ab sofort, alsbald, bald, in bälde, in kürze, demnächst, in kürzester zeit,
            in kürzest~ zeit, binnen kürzester zeit, ohne verzug, ohne weiteren aufschub, ohne aufschub, ohne weiteres zögern, ohne verzögerung,
            ohne weitere verzögerung, ohne weiteren verzug, ohne verzögerungen, frühzeitig,
            zum frühestmöglichen zeitpunkt, zum nächstmöglichen zeitpunkt,
            zum frühesten möglichen zeitpunkt, zum ehestmöglichen zeitpunkt, ehestmöglich,
            zu einem frühen zeitpunkt, zu einem baldigen zeitpunkt, zu einem möglichst frühen
            zeitpunkt, bei nächster gelegenheit, bei der nächsten gelegenheit,
            bei frühester gelegenheit, bei nächstmöglicher gelegenheit, kurzfristig, eilig,
            mit höchster dringlichkeit, dringend, vordringlich, prompt, in nächster zeit,
            binnen kurzem, innerhalb kurzer zeit, in kurzer zeit, ehestens, ehebaldigst,
            in allernächster zeit, in möglichst kurzer zeit, innerhalb kürzester zeit, innerhalb kürzest~ frist,
            in kürzest~ frist, binnen kürzest~ frist, schnellstens, raschest, so bald es geht
            """,
        False: """
            in absehbarer zeit, in absehbarer zukunft, in angemessener zeit, in angemessener frist,
            innerhalb angemessener frist, innerhalb einer angemessenen frist, zu gegebenem anlass,
            innerhalb eines angemessenen zeitraums, der termin wird, der zeitpunkt wird,
            ein termin wird, ort und zeitpunkt, ort und termin, zeit und ort, zeitpunkt und ort, der zeitplan, ein zeitplan, termin und ort, deren termin, dessen termin, deren zeitpunkt, in der zukunft, in naher zukunft, in der nahen zukunft, in nächster zukunft,
            in zukunft, zukünftig, künftig, zu gegebener zeit, zu gegebenem zeitpunkt,
            zum gegebenen zeitpunkt, zu einem späteren zeitpunkt, zu einem geeigneten zeitpunkt,
            zum geeigneten zeitpunkt, zu einem passenden zeitpunkt,
            zu einem noch zu vereinbarenden zeitpunkt, zu einem noch zu vereinbarenden termin,
            zu einem noch festzulegenden termin, zu einem noch festzulegenden zeitpunkt,
            zu einem beiderseits genehmen zeitpunkt, zu einem beiderseits genehmen termin,
            zu einem für beide seiten günstigen zeitpunkt, bei passender gelegenheit,
            bei gelegenheit, bis auf weiteres, auf unbestimmte zeit, auf unbegrenzte zeit, auf unbestimmte dauer, zur rechten zeit, langfristig, mittelfristig,
            auf lange sicht, auf mittlere sicht, auf absehbare zeit, mittel und langfristig,
            perspektivisch, weiterhin, fortlaufend, kontinuierlich, schrittweise, von nun an,
            fortan, dauerhaft, auf dauer, rechtzeitig, jederzeit, noch offen, noch zu bestimmen,
            noch festzulegen, sobald die umstände es erlauben, sobald es die umstände erlauben,
            wenn die umstände es erlauben, wenn die bedingungen es erlauben
            """,
    },
    Kind.NEXT: {
        1: "nächst~, allernächst~, kommend~, bevorstehend~, anstehend~, folgend~, nächstfolgend~"
    },
    Kind.THIS: {0: "dies~, dies, laufend~, gegenwärtig~, aktuell~, derzeitig~"},
    Kind.AHEAD: {
        (Unit.YEAR, 2): "übernächst~ jahr, übernächst~ jahres",
        (Unit.MONTH, 2): "übernächst~ monat, übernächst~ monats",
        (Unit.WEEK, 2): "übernächst~ woche",
    },
    Kind.DAYWORD: {
        0: "heute, noch heute, am heutigen tag, am heutigen tage, im laufe des tages, im tagesverlauf",
        1: "morgen",
        2: "übermorgen",
    },
    Kind.NEW_YEAR: {1: "neu~ jahr, neu~ jahres"},
    Kind.FEAST: {
        "christmas": "weihnachten, weihnachtstag",
        "christmas eve": "heiligabend",
        "new year": "neujahr, neujahrstag",
        "new year's eve": "silvester",
        "easter": "ostern, ostersonntag",
        "good friday": "karfreitag",
        "easter monday": "ostermontag",
        "ascension": "christi himmelfahrt",
        "pentecost": "pfingsten, pfingstsonntag",
        TURN: "jahreswechsel, jahreswende",
    },
    Kind.PARTY: {
        "JP": "japanisch~",
        "US": "amerikanisch~, us",
        "IN": "indisch~",
        "GB": "britisch~",
    },
    Kind.TIMES: {
        1: "einmal, mindestens einmal, je einmal",
        2: "zweimal, mindestens zweimal",
        3: "dreimal, mindestens dreimal",
        4: "viermal, mindestens viermal",
        6: "sechsmal",
        12: "zwölfmal",
    },
    Kind.REPEAT: {
        (12, None): """
            jährlich, jährlich~, alljährlich, alljährlich~, im jährlichen rhythmus,
            im jährlichen turnus, im jahresrhythmus, im einjährigen rhythmus, jahr für jahr,
            im jahresturnus, auf jährlicher basis, jahrlich, im jahrestakt, in jährlichem turnus,
            in jährlichem rhythmus, in jährlichem abstand
            """,
        (
            6,
            None,
        ): "halbjährlich, halbjährlich~, im halbjährlichen rhythmus, im halbjahresrhythmus",
        (24, None): """
            zweijährlich, zweijährlich~, im zweijahresrhythmus, im zweijährigen rhythmus,
            im zweijährigen turnus, im zweijahresturnus, im zweijährlichen rhythmus,
            im zweijährlichen turnus, im zwei jahres rhythmus, im zwei jahres turnus,
            im zweijahrestakt, in zweijährlichem turnus, in zweijährigem turnus
            """,
        (36, None): "dreijährlich, im dreijahresrhythmus, im dreijährigen turnus",
        (
            3,
            None,
        ): "vierteljährlich, vierteljährlich~, quartalsweise, im vierteljährlichen rhythmus",
        (1, None): "monatlich, monatlich~",
        (2, None): "zweimonatlich, zweimonatlich~",
        (None, None): """
            regelmäßig, regelmäßig~, in regelmäßigen abständen, wöchentlich, wöchentlich~,
            täglich, täglich~, zweiwöchentlich, vierzehntägig, turnusmäßig, turnusmäßig~,
            periodisch, periodisch~, wiederkehrend~, abwechselnd, im wechsel, turnusgemäß,
            von zeit zu zeit, wiederholt, häufig, im rotationsverfahren, alternierend,
            jeweils, in regelmäßiger folge, in regelmäßigem turnus, immer wieder, im regelmäßigen turnus
            """,
    },
}

EVENTS = """
    treffen, treffens, gipfel, gipfels, gipfeltreffen, tagung, tagungen, konferenz, konferenzen,
    sitzung, sitzungen, runde, runden, besuch, besuchs, besuches, gespräche, gesprächen, gespräch,
    konsultation, konsultationen, verhandlung, verhandlungen, dialog, dialogs, dialoge,
    versammlung, generalversammlung, forum, forums, feier, feierlichkeiten, jubiläum, jubiläums,
    jahrestag, jahrestages, wahl, wahlen, präsidentschaft, vorsitz, vorsitzes, ratifizierung,
    ratifikation, unterzeichnung, inkrafttreten, inkrafttretens, abschluss, abschlusses, seminar,
    workshop, kongress, kongresses, zusammenkunft, zusammentreffen, begegnung, eröffnung, reise,
    pause, sommerpause, ferien, amtsantritt, referendum, festival, festivals, ausstellung, messe,
    beitritt, beitritts, symposium, symposiums, wahlperiode, legislaturperiode, amtszeit, mandat,
    mandats, hinterlegung, eingang, eingangs, erhalt, notifikation, notifizierung, austausch,
    austauschs, empfang
    """
EVENT_NAMES = "g7, g8, g20, apec, asem, cop, unga, expo, olympiade, fußball wm, em, davos"
