"""The French words of time, and the reading of a French phrase.

Accents and apostrophes are free; "(e)" is a letter that may be missing. A phrase that ends in "de"
or "à" is found with "du", "des", "au" and "aux" as well.
"""

from collections.abc import Mapping
from typing import Any

from dipltrack.wording.compounds import parted
from dipltrack.wording.denotation import Denotation, Portion, Unit
from dipltrack.wording.feasts import TURN
from dipltrack.wording.grammar.bounded import CLOSE
from dipltrack.wording.grammar.order import ARTICLE, ordered
from dipltrack.wording.grammar.sentence import meaning
from dipltrack.wording.spelling import (
    as_spelt,
    counted_from,
    folded,
    lexicon_of,
    with_ordinals,
    with_plurals,
)
from dipltrack.wording.tokens import Kind, tokens_of

_NAMED: Mapping[Kind, str] = {
    Kind.NOW: """
        maintenant, ce jour, la présente réunion, la présente déclaration, à présent, présent,
        la date de la présente déclaration, la date de la réunion, la date de la présente réunion
        """,
    Kind.THE: "le, la, les, l', son, sa, ses, leur, leurs, notre, nos, votre, vos",
    Kind.A: "un, une",
    Kind.SOME: "quelques, plusieurs, quelque, un certain nombre de, des",
    Kind.IN: """
        en, au cours de, dans le courant de, courant, au courant de, en cours de,
        tout au long de, dans le cadre de, à un moment de, à une date de, à une date située en,
        de préférence en, probablement en, provisoirement en, si possible en, éventuellement en,
        reporté(e)(s) à, reporté(e)(s) en, repoussé(e)(s) à, repoussé(e)(s) en, différé(e)(s) à,
        avec effet à, avec effet à compter de, au sein de, en date de,
        à la date de, dans la période, au cours de la période
        """,
    Kind.ON: "à compter seulement de",
    Kind.AT: "à",
    Kind.BY: """
        d'ici à, d'ici, d'ici là en, jusqu'à, jusqu'en, jusque, jusqu'à la date de,
        pas plus tard que, pas plus tard qu'en, au plus tard pour, à l'horizon, à l'horizon de, horizon, horizon de,
        prolongé(e)(s) jusqu'à, prolongé(e)(s) jusqu'en, jusqu'à et y compris, d'ici à l'horizon,
        à échéance de, à l'échéance de, avec pour échéance, avec échéance à, au plus tard d'ici à,
        au plus tard d'ici, avant ou à, à échéance, à l'échéance, avant ou en
        """,
    Kind.BEFORE: """
        avant, avant même, préalablement à, en amont de, bien avant, peu avant, juste avant,
        antérieurement à, dans la perspective de, en prévision de, avant que ne commence,
        à une date antérieure à
        """,
    Kind.AFTER: """
        après, postérieurement à, peu après, aussitôt après, immédiatement après, juste après,
        suivant, qui suit, qui suivent, qui suivra, qui suivront, suivant immédiatement,
        à la suite de, au lendemain de, consécutivement à, à l'expiration de,
        à une date postérieure à
        """,
    Kind.NOT_BEFORE: """
        pas avant, au plus tôt en, au plus tôt à, au plus tôt le, pas plus tôt que, à partir au plus tôt de
        """,
    Kind.FROM: """
        à partir de, à compter de, à dater de, compter de, partir de, à partir de la date de,
        à compter de la date de
        """,
    Kind.TO: "jusqu'au moment de",
    Kind.WITHIN: """
        dans un délai de, dans un délai maximum de, dans un délai maximal de, sous, en moins de,
        dans un délai n'excédant pas, dans le délai de, en l'espace de, dans l'espace de, à l'intérieur de,
        dans un délai qui n'excède pas, dans un délai ne dépassant pas, dans un délai inférieur à,
        dans moins de, sous un délai de, dans un maximum de, sous un délai maximum de, endéans,
        dans un délai d'au plus, au plus tard dans, au plus tard dans un délai de, d'ici au maximum,
        avant l'expiration d'un délai de, avant la fin d'un délai de, avant l'échéance d'un délai de,
        dans un délai d'au maximum
        """,
    Kind.FOR: """
        pour, prévu(e)(s) pour, programmé(e)(s) pour, attendu(e)(s) pour, fixé(e)(s) à,
        envisagé(e)(s) pour, annoncé(e)(s) pour
        """,
    Kind.OVER: "sur",
    Kind.OF: "de",
    Kind.BETWEEN: "entre",
    Kind.AND: "et, ainsi que, puis",
    Kind.OR: "ou, et ou, ou bien, voire, ou éventuellement, ou en",
    Kind.SINCE: "depuis, remontant à, datant de, depuis le mois de",
    Kind.AROUND: """
        vers, environ, autour de, aux alentours de, aux environs de, approximativement, circa,
        à peu près, plus ou moins
        """,
    Kind.AS_EARLY_AS: "dès, dès le mois de, si possible dès, déjà en",
    Kind.AT_LATEST: "au plus tard, au plus, dernier délai",
    Kind.AT_EARLIEST: "au plus tôt",
    Kind.ONWARD: "et au delà, et après, ou plus tard, et ultérieurement, ou au delà",
    Kind.OR_SOONER: "ou avant, ou plus tôt, si ce n'est avant, voire avant, sinon avant",
    Kind.BEGIN: """
        commençant, débutant, qui commence, qui débute, qui commencera, qui débutera, commence, débute,
        débutera, commencera
        """,
    Kind.ENDING: "se terminant, qui se termine, finissant, qui s'achève, s'achevant",
    Kind.LATER: "plus tard dans, plus tard en, plus tard au cours de, ultérieurement en, plus tard",
    Kind.EARLIER: "plus tôt dans, plus tôt en, au début de cette",
    Kind.REST: """
        reste de, restant de, suite de, solde de, le reste de, derniers mois restants de
        """,
    Kind.HENCE: """
        à compter d'aujourd'hui, à partir d'aujourd'hui, à compter de ce jour,
        à partir de maintenant, à compter de maintenant, à compter de la présente réunion
        """,
    Kind.AGO: "il y a, voici, voilà",
    Kind.LENGTH: """
        une durée de, une période de, une durée maximale de, une période maximale de, durée de,
        une période initiale de, une durée initiale de, un délai de, période de, un total de,
        au plus de, au maximum, un maximum de, un délai maximum de, plus de, une nouvelle période de,
        une période d'au plus, une durée d'au plus
        """,
    Kind.FULL: """
        civil(e)(s), calendaire(s), consécutif(s), consécutives, complet(s), complète(s), plein(e)(s),
        entier(s), entière(s), petit(e)(s), bon(s), bonnes, bonne, courtes
        """,
    Kind.PERIOD: "période",
    Kind.EVERY: "chaque, tous les, toutes les, tout les, une fois tous les, au moins tous les, à chaque",
    Kind.TIMES_WORD: "fois",
    Kind.PER: "par",
    Kind.TO_BE: "sera, seront, serait, seraient, être, soit, soient, devant être, devrait être",
    Kind.CLOCK: "midi, minuit, matin, après midi, soir, heure de paris, heure locale, heures locales, gmt",
    Kind.OCCASION: """
        en marge de, à l'occasion de, lors de, au moment de, parallèlement à,
        en parallèle de, en parallèle à, simultanément à, en même temps que, concomitamment à,
        à la faveur de, dans le sillage de, à l'ouverture de, à la clôture de,
        en lien avec, en conjonction avec, conjointement à, dans le prolongement de, à la marge de
        """,
    Kind.WHEN: """
        quand, lorsque, lorsqu', une fois que, dès lors que, aussitôt que, sous réserve de,
        dans l'attente de, en fonction de, dès qu', dès que
        """,
    Kind.EVENT: """
        réunion(s), sommet(s), cycle(s), session(s), conférence(s), consultation(s), entretien(s),
        pourparlers, dialogue(s), visite(s), cérémonie(s), symposium, séminaire(s), atelier(s),
        congrès, négociations, rencontre(s), convention, anniversaire, élection(s), présidence,
        vacances, vacances d'été, trêve estivale, pause estivale, vacances de noël, ratification, signature, achèvement, expiration, adhésion, inauguration,
        entrée en vigueur, ministérielle, plénière, assemblée générale, semaine de haut niveau, g7,
        g8, g20, apec, asem, ticad, davos, brics, cop, jeux, jeux olympiques, exposition, festival,
        retraite, référendum, événement(s), voyage, déplacement, mission, séjour, ramadan, aïd, fin des négociations,
        fête nationale, nouvel an lunaire, 14 juillet, conseil des ministres, échéance, conclusion, fin du mandat,
        conclusion des négociations, fin de la présidence, réunions de printemps, réception,
        échange des instruments, dépôt, notification(s), échange des notes
        """,
    Kind.BODY: """
        comité(s), conseil(s), commission(s), forum, assemblée, groupe, groupe de travail, parlement,
        commission mixte, comité mixte, phase, étape, rapport, examen, édition, conseil européen, tour, round
        """,
    Kind.BOUND: "au moins, plus de, moins de, presque, près de, que",
    Kind.CHANGE: """
        ne, n', pas, non, jamais, ni, aucun, aucune, sauf, excepté, hormis, à moins que, hors, sans,
        exclu(e)(s), plutôt, à défaut, même année, même mois, année là, mois là, semaine là, année scolaire, année universitaire, rentrée,
        annulé(e)(s), suspendu(e)(s), lendemain, veille, avant veille, surlendemain, la veille de,
        à la veille de, au lieu de, reporté(e)(s) de, initialement, biennium, auparavant, plus tôt, là, dessus,
        en huit, en quinze, au delà
        """,
    Kind.WORD: """
        sous huitaine, sous quinzaine, dans la huitaine, dans la quinzaine, si possible, si nécessaire, le cas échéant, s'il y a lieu, non seulement, sans préjudice de,
        n °, non prolifération, non alignés, a été, ont été, avait été, avaient été, ayant été, aurait été,
        afin, à fin de, en fin de compte, enfin, en vue de, en tout état de cause, pas à pas, en principe, aura lieu,
        auront lieu, a lieu, avoir lieu, de nouveau, à nouveau, une fois de plus, une nouvelle fois,
        plan quinquennal, plan triennal, plan biennal, plan décennal, programme quinquennal,
        programme biennal, programme triennal, budget biennal, budget triennal,
        en particulier, en outre, en effet, d'une part, d'autre part, en france, en turquie, à paris, en tant que
        """,
    Kind.PAST_WORD: """
        signé(e)(s), adopté(e)(s), conclu(e)(s), convenu(e)(s), publié(e)(s), daté(e)(s),
        établi(e)(s), lancé(e)(s), annoncé(e)(s), approuvé(e)(s), ratifié(e)(s), paraphé(e)(s),
        échangé(e)(s), fondé(e)(s), inauguré(e)(s), créé(e)(s), ouvert(e)(s), tenu(e)(s),
        organisé(e)(s), commencé(e)(s), entré(e)(s) en vigueur
        """,
}

_MONTHS = {
    1: "janvier, janv, jan",
    2: "février, févr, fév",
    3: "mars",
    4: "avril, avr",
    5: "mai",
    6: "juin",
    7: "juillet, juil",
    8: "août",
    9: "septembre, sept",
    10: "octobre, oct",
    11: "novembre, nov",
    12: "décembre, déc",
}

_VALUED: Mapping[Kind, Mapping[Any, str]] = {
    Kind.IN: {"within": "dans", "over": "pendant, durant"},
    Kind.OF: {ARTICLE: "du"},
    Kind.AT: {ARTICLE: "au, aux"},
    Kind.OCCASION: {CLOSE: "à l'issue, au terme"},
    Kind.MONTH: _MONTHS,
    Kind.WEEKDAY: {
        0: "lundi(s)",
        1: "mardi(s)",
        2: "mercredi(s)",
        3: "jeudi(s)",
        4: "vendredi(s)",
        5: "samedi(s)",
        6: "dimanche(s)",
    },
    Kind.SEASON: {0: "printemps", 1: "été", 2: "automne", 3: "hiver"},
    Kind.UNIT: {
        Unit.HOUR: "heure",
        Unit.DAY: "jour, journée",
        Unit.WORKING_DAY: "jour ouvrable, jour ouvré",
        Unit.WEEKEND: "week end, weekend",
        Unit.WEEK: "semaine, semaine ci",
        Unit.MONTH: "mois, mois ci",
        Unit.QUARTER: "trimestre",
        Unit.HALF: "semestre",
        Unit.YEAR: "année, an, année ci",
        Unit.DECADE: "décennie",
    },
    Kind.UNITS: {
        Unit.HOUR: "heures",
        Unit.DAY: "jours, journées",
        Unit.WORKING_DAY: "jours ouvrables, jours ouvrés",
        Unit.WEEKEND: "week ends, weekends",
        Unit.WEEK: "semaines",
        Unit.QUARTER: "trimestres",
        Unit.HALF: "semestres",
        Unit.YEAR: "années, ans",
        Unit.DECADE: "décennies",
    },
    Kind.PORTION: {
        Portion.EARLY: """
            début, tout début, commencement, première partie, début du mois de, première décade
            """,
        Portion.MID: """
            mi, milieu, courant du milieu, milieu du mois de, deuxième décade, seconde décade
            """,
        Portion.LATE: """
            deuxième partie, seconde partie, dernière partie, troisième décade, dernière décade
            """,
        Portion.END: "fin, toute fin, fin du mois de",
    },
    Kind.PORTION_UNIT: {
        (Portion.END, Unit.YEAR): "fin d'année",
        (Portion.END, Unit.MONTH): "fin de mois, fin du mois en cours",
        (Portion.END, Unit.WEEK): "fin de semaine",
        (Portion.END, Unit.QUARTER): "fin de trimestre",
        (Portion.END, Unit.HALF): "fin de semestre",
        (Portion.EARLY, Unit.YEAR): "début d'année",
        (Portion.EARLY, Unit.MONTH): "début de mois",
        (Portion.EARLY, Unit.WEEK): "début de semaine",
        (Portion.MID, Unit.YEAR): "milieu d'année, mi année",
        (Portion.MID, Unit.MONTH): "milieu de mois",
        (Portion.MID, Unit.WEEK): "milieu de semaine",
    },
    Kind.HALF: {
        None: "moitié, demi, demie",
        3: "tiers, quadrimestre",
        Unit.FORTNIGHT: "quinzaine",
    },
    Kind.FRACTION: {
        (number, parts): f"{letter}{number}, {letter} {number}"
        for letter, parts in (("t", 4), ("s", 2))
        for number in range(1, parts + 1)
    },
    Kind.NEXT: {
        1: """
        prochain(e)(s), suivant(e)s, suivante, à venir prochain, ces prochain(e)s, ces tout prochain(e)s,
        tout prochain, toute prochaine, tout(es) prochain(e)s
        """
    },
    Kind.TO_COME: {1: "à venir, qui vient, qui viennent, qui arrive, qui arrivent, qui s'ouvre"},
    Kind.THIS: {
        0: "ce, cet, cette, ces, en cours, courant(e), présent(e), actuel(s), actuelle(s)"
    },
    Kind.LAST: {None: "dernier(s), dernière(s), passé(e)(s), écoulé(e)(s), précédent(e)(s)"},
    Kind.AHEAD: {(Unit.YEAR, 0): "en cours d'année"},
    Kind.AFTER_NEXT: {
        2: "ou la suivante, ou l'année suivante, ou l'année d'après, ou celle d'après"
    },
    Kind.DAYWORD: {
        0: "aujourd'hui, ce matin, cet après midi, ce soir, ce jour même",
        1: "demain, demain matin, demain soir",
        2: "après demain",
    },
    Kind.SIDE: {True: "austral(e)(s)", False: "boréal(e)(s)"},
    Kind.NEW_YEAR: {1: "nouvelle année"},
    Kind.FEAST: {
        "christmas": "noël, jour de noël",
        "christmas eve": "veille de noël, réveillon de noël",
        "new year": "nouvel an, jour de l'an, premier de l'an",
        "new year's eve": "saint sylvestre",
        "easter": "pâques, dimanche de pâques",
        "good friday": "vendredi saint",
        "easter monday": "lundi de pâques",
        "ascension": "ascension",
        "pentecost": "pentecôte",
        TURN: "tournant de l'année, passage à la nouvelle année",
    },
    Kind.FISCAL: {
        None: """
            fiscal(e), budgétaire, financier, financière, exercice, exercice budgétaire, exercice fiscal,
            exercice financier
            """
    },
    Kind.PARTY: {
        "JP": "japonais(e)",
        "US": "américain(e)",
        "IN": "indien, indienne",
    },
    Kind.TIMES: {
        1: "une fois, au moins une fois, une seule fois, à raison d'une fois",
        2: "deux fois, au moins deux fois, à raison de deux fois",
    },
    Kind.REPEAT: {
        (12, None): """
            annuellement, annuel(s), annuelle(s), sur une base annuelle, d'année en année, tous les ans, de façon annuelle,
            de manière annuelle, à un rythme annuel, à une fréquence annuelle, une fois l'an
            """,
        (24, None): """
            biennal(e)(s), biennaux, bisannuel(s), bisannuelle(s), une année sur deux, un an sur deux, tous les deux ans
            """,
        (6, None): """
            semestriel(s), semestrielle(s), semestriellement, biannuel(s), biannuelle(s), sur une base semestrielle, deux fois l'an
            """,
        (36, None): "triennal(e)(s), triennaux, trisannuel(s), trisannuelle(s)",
        (48, None): "quadriennal(e)(s), quadriennaux",
        (60, None): "quinquennal(e)(s), quinquennaux",
        (
            3,
            None,
        ): "trimestriel(s), trimestrielle(s), trimestriellement, sur une base trimestrielle",
        (1, None): "mensuel(s), mensuelle(s), mensuellement, sur une base mensuelle",
        (2, None): "bimestriel(s), bimestrielle(s), un mois sur deux",
        (None, None): """
            hebdomadaire(s), quotidien(s), quotidienne(s), bimensuel(s), bimensuelle(s), chaque fois que nécessaire,
            régulièrement, régulier(s), régulière(s), de façon régulière, de manière régulière,
            sur une base régulière, à intervalles réguliers, périodiquement, périodique(s),
            de façon périodique, de manière périodique, de temps à autre, alternativement, à tour de rôle, en alternance,
            par rotation, fréquemment, fréquent(e)(s), récurrent(e)(s), à échéances régulières, par alternance
            """,
    },
    Kind.OPEN: {
        True: """
            dès que possible, aussitôt que possible, le plus tôt possible, au plus tôt possible,
            le plus rapidement possible, le plus vite possible, au plus vite, aussi vite que possible,
            aussi rapidement que possible, aussi tôt que possible, aussi promptement que possible,
            dans les meilleurs délais, dans les meilleurs délais possibles, dans les plus brefs délais,
            dans les plus brefs délais possibles, dans le plus bref délai, dans un bref délai,
            à bref délai, à brève échéance, dans les délais les plus brefs, dans les délais les plus courts,
            dans un délai aussi bref que possible, dans un court délai, dans les plus courts délais,
            dans le meilleur délai, dans le plus court délai, dans de brefs délais, dans des délais rapprochés,
            prochainement, très prochainement, bientôt, très bientôt, sous peu, d'ici peu, incessamment,
            rapidement, très rapidement, vite, au plus tôt, promptement, avec célérité, avec diligence,
            urgemment, d'urgence, en urgence, de toute urgence, dans l'urgence, immédiatement,
            avec effet immédiat, sans délai, sans tarder, sans retard, sans plus tarder, sans plus attendre,
            sans attendre, sans retard injustifié, sans délai injustifié, sur le champ, dans l'immédiat, à une date rapprochée,
            à une date aussi rapprochée que possible, à une date prochaine, à une date aussi proche que possible,
            à la première occasion, dès la première occasion, à la prochaine occasion, à la date la plus rapprochée possible,
            en temps utile, en temps voulu, dès que les circonstances le permettront,
            dès que les conditions le permettront, dès que les conditions seront réunies, prompt(e)(s), rapide(s), aussitôt,
            dès que les circonstances le permettent, dès que les conditions le permettent, dès que faire se peut,
            à titre prioritaire, en priorité, à une échéance rapprochée, à court délai, dans un avenir immédiat, imminent(e)(s),
            dans un délai rapproché, dans les délais les plus rapprochés, toutes affaires cessantes, à très brève échéance,
            à très court terme, à très bref délai, dès que les conditions seront remplies
            """,
        False: """
            à une date, à des dates, à une autre date, à une prochaine date, dont la date, dont les dates, la date sera,
            les dates seront, en tant que de besoin, autant que de besoin, selon les besoins, en cas de besoin, à convenance mutuelle, à la convenance des deux parties, à une date à convenir, à une échéance à convenir, ultérieurement,
            le moment venu, en temps opportun, au moment opportun, à un moment, au moment approprié, dans un proche avenir, dans un avenir proche,
            dans l'avenir, à l'avenir, dans le futur, dans un avenir prévisible, dans un avenir rapproché,
            dans un avenir pas trop lointain, dans un délai raisonnable, dans des délais raisonnables, à terme, à plus long terme,
            à court terme, à moyen terme, à long terme, à court et moyen terme, à moyen et long terme, dans les temps à venir,
            à court et à moyen terme, à moyen et à long terme, tôt ou tard, progressivement, par étapes, dans un premier temps,
            jusqu'à nouvel ordre, pour une durée indéterminée, pour une durée illimitée, désormais, dorénavant,
            à tout moment, graduellement, en continu, de façon continue, dans un second temps,
            quand les conditions seront réunies, lorsque les conditions seront réunies, lorsque les conditions le permettront,
            lorsque les circonstances le permettront, à l'avenir proche, dans un délai opportun, dans un horizon proche
            """,
    },
    Kind.NUMBER: counted_from(
        2,
        """
        deux; trois; quatre; cinq; six; sept; huit; neuf; dix, une dizaine de; onze;
        douze, une douzaine de; treize; quatorze; quinze, une quinzaine de; seize; dix sept;
        dix huit; dix neuf; vingt, une vingtaine de
        """,
    )
    | {
        1: "au rythme d'une, à raison d'une",
        24: "vingt quatre",
        25: "vingt cinq",
        30: "trente, une trentaine de",
        36: "trente six",
        40: "quarante",
        45: "quarante cinq",
        48: "quarante huit",
        50: "cinquante",
        60: "soixante",
        72: "soixante douze",
        90: "quatre vingt dix",
        100: "cent, une centaine de",
    },
    Kind.ORDINAL: counted_from(
        1,
        """
        premier(s), première(s); deuxième(s), second(e)(s); troisième(s); quatrième(s);
        cinquième; sixième; septième; huitième; neuvième; dixième; onzième; douzième; treizième;
        quatorzième; quinzième; seizième; dix septième; dix huitième; dix neuvième; vingtième
        """,
    )
    | {
        21: "vingt et unième",
        22: "vingt deuxième",
        23: "vingt troisième",
        25: "vingt cinquième",
        30: "trentième",
    },
}

_COMPOUNDS = {
    f"{words} {length}": ((Kind.WITHIN, None), (Kind.NUMBER, days), (Kind.UNITS, Unit.DAY))
    for words in ("sous", "dans la")
    for length, days in (("huitaine", 8), ("quinzaine", 15))
}
"""Set phrases of several words of time."""

LEXICON = lexicon_of(
    _NAMED,
    _VALUED,
    contractions={"de": ("du", "des"), "a": ("au", "aux")},
    soft=("été",),
)
_MANY = frozenset(
    (
        *("les", "ces", "des", "aux", "quelques", "plusieurs", "nos", "leurs", "ses"),
        *("prochains", "derniers", "premiers"),
    )
)


def denotation_of(text: str) -> Denotation:
    """What a French phrase, in plain small letters, denotes.

    >>> denotation_of("fin janvier")
    Part(portion=<Portion.END: 'end of'>, of=Month(number=1, year=None, pick=<Pick.BARE: 1>))
    """
    words = parted(tokens_of(folded(text), LEXICON), _COMPOUNDS)
    tokens = with_plurals(with_ordinals(words), "mois", _MANY)
    return meaning(as_spelt(ordered(tokens), text), text)
