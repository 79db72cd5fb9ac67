"""The Spanish words of time, and the reading of a Spanish phrase.

Accents are free; "(s)" is a letter that may be missing. A phrase that ends in "de" or "a" is found
with "del" and "al" as well.
"""

from collections.abc import Mapping
from typing import Any

from dipltrack.wording.denotation import Denotation, Portion, Unit
from dipltrack.wording.feasts import TURN
from dipltrack.wording.grammar.bounded import CLOSE
from dipltrack.wording.grammar.order import ARTICLE, ordered
from dipltrack.wording.grammar.sentence import meaning
from dipltrack.wording.spelling import as_spelt, counted_from, folded, lexicon_of, with_ordinals
from dipltrack.wording.tokens import Kind, Token, tokens_of

_NAMED: Mapping[Kind, str] = {
    Kind.NOW: """
        ahora, hoy mismo, la presente reunión, la presente declaración,
        la fecha de la presente declaración, la fecha de la reunión, la fecha de la presente reunión
        """,
    Kind.THE: "el, la, los, las, lo, su, sus, nuestro, nuestra, nuestros, nuestras, ambos, ambas",
    Kind.A: "un, una, uno",
    Kind.SOME: "unos, unas, algunos, algunas, varios, varias, unos pocos, unas pocas, unos cuantos, pocos, pocas",
    Kind.IN: """
        en, en el curso de, en el transcurso de, a lo largo de, en el decurso de,
        dentro del curso de, en algún momento de, en alguna fecha de, en una fecha de, en fecha de,
        preferentemente en, preferiblemente en, posiblemente en, probablemente en, tentativamente en,
        pospuesto(s) a, pospuesta(s) a, aplazado(s) a, aplazada(s) a, aplazado(s) hasta, aplazada(s) hasta,
        pospuesto(s) hasta, pospuesta(s) hasta, en el período, en el periodo, con fecha de, con fecha,
        con efecto a partir de, con efectos a partir de, con efecto desde, en el marco de, dentro del marco de
        """,
    Kind.AT: "a",
    Kind.BY: """
        hasta, de aquí a, de aquí hasta, de acá a, horizonte, horizonte de, no más tarde de, no después de, no más allá de, a más tardar para,
        con plazo hasta, con plazo a, prorrogado(s) hasta, prorrogada(s) hasta,
        hasta la fecha de, con horizonte, con horizonte en, en el horizonte, en el horizonte de, con fecha límite de,
        con fecha límite, antes de que termine, antes de que acabe, antes de que finalice, antes de que concluya,
        antes de terminar, antes de acabar, antes de finalizar, antes de concluir, antes o en, hasta el mes de,
        con vencimiento en, con vencimiento a, con vigencia hasta, vigente hasta, hasta e incluido
        """,
    Kind.BEFORE: """
        antes de, previo a, previamente a, con anterioridad a, con antelación a, antes incluso de,
        en una fecha anterior a, poco antes de, justo antes de, inmediatamente antes de, de cara a, en vísperas de, con miras a
        """,
    Kind.AFTER: """
        después de, tras, luego de, con posterioridad a, posterior a, posteriormente a,
        poco después de, inmediatamente después de, justo después de, siguiente(s) a, a raíz de,
        a continuación de, una vez concluido, una vez concluida, que siguen a, que sigan a, a contar de, contados desde,
        contados a partir de, posteriores a, contado desde, contado a partir de,
        en una fecha posterior a
        """,
    Kind.NOT_BEFORE: "no antes de, como pronto en, no antes de que, como muy pronto en, como muy pronto",
    Kind.FROM: """
        a partir de, a contar desde, a comenzar en, a partir de la fecha de, a contar desde la fecha de
        """,
    Kind.WITHIN: """
        en un plazo de, en el plazo de, en un plazo máximo de, en un plazo no mayor de, en un plazo no mayor a,
        en un plazo no superior a, en un plazo que no exceda de, en un plazo inferior a, en un período de, en un periodo de,
        en el término de, en un término de, en un plazo de hasta, en menos de, dentro de un plazo de, dentro del plazo de,
        dentro de un período de, dentro de un plazo máximo de, en un lapso de, en el lapso de, en un plazo aproximado de,
        en un máximo de, dentro de un período no superior a, en el plazo máximo de, en plazo de, en el espacio de,
        antes de que venza el plazo de, antes del vencimiento del plazo de, antes de que se cumplan,
        antes de que transcurran, en un plazo que no supere los, en un plazo que no exceda los, dentro de un término de, en no más de
        """,
    Kind.FOR: """
        para, por, previsto(s) en principio para, prevista(s) en principio para, previsto(s) para, prevista(s) para, programado(s) para, programada(s) para,
        fijado(s) para, fijada(s) para, prevista(s) en, previsto(s) en, esperado(s) para, esperada(s) para
        """,
    Kind.OVER: "sobre, por espacio de",
    Kind.OF: "de",
    Kind.BETWEEN: "entre",
    Kind.AND: "y, e, así como, y también",
    Kind.OR: "o, u, y o, o bien, o en, o incluso, o quizás, o tal vez",
    Kind.SINCE: "que data de, que se remonta a, desde hace tiempo",
    Kind.AROUND: """
        hacia, alrededor de, en torno a, aproximadamente, cerca de, circa, más o menos, sobre todo en,
        aproximadamente en, allá por, a eso de, hacia el mes de
        """,
    Kind.AS_EARLY_AS: "ya en, ya desde, tan pronto como en",
    Kind.AT_LATEST: "a más tardar, como máximo, como muy tarde, como tarde, a lo más tardar, cuando más tarde",
    Kind.AT_EARLIEST: "lo más pronto, como mínimo en",
    Kind.ONWARD: "en adelante, y en adelante, y después, o más tarde, o después, y posteriormente, o con posterioridad",
    Kind.OR_SOONER: "o antes, o antes si es posible, si no antes, o incluso antes",
    Kind.BEGIN: """
        comenzando, empezando, que comienza, que empieza, que comenzará, que empezará, que inicia, que se inicia,
        que iniciará, comenzando en, a comenzar, iniciando, que dará comienzo, comenzará, empezará
        """,
    Kind.ENDING: "que termina, que finaliza, que acaba, que concluye, terminando",
    Kind.LATER: "más tarde en, más adelante en, más tarde, más adelante, posteriormente en, más avanzado",
    Kind.EARLIER: "más temprano en, anteriormente en, a principios de este mismo",
    Kind.REST: """
        resto de, lo que resta de, lo que queda de, que resta de, que queda de, meses restantes de, restante de,
        lo que resta, lo que queda
        """,
    Kind.HENCE: """
        a partir de hoy, a partir de ahora, desde ahora, desde hoy, a contar de hoy,
        a partir de la fecha, a contar desde la fecha, a partir de esta fecha, desde la fecha
        """,
    Kind.AGO: "hace, hará",
    Kind.LENGTH: """
        un período de, un periodo de, un plazo de, una duración de, un plazo máximo de, un término de, período de, periodo de,
        un período inicial de, un período máximo de, un máximo de, un lapso de, un total de, hasta un máximo de, no más de,
        una vigencia de, un período adicional de, plazo de, una vigencia inicial de
        """,
    Kind.FULL: """
        natural(es), calendario, consecutivo(s), consecutivas, completo(s), completa(s), entero(s), entera(s), seguidos,
        corrido(s), civil(es), escasos, escasas
        """,
    Kind.PERIOD: "período, periodo, trienio, bienio, cuatrienio, quinquenio, lapso",
    Kind.EVERY: "cada, todos los, todas las, a cada, una vez cada, una vez cada los",
    Kind.OTHER: "otro, otra",
    Kind.TIMES_WORD: "veces, ocasiones",
    Kind.PER: "por",
    Kind.TO_BE: "será, serán, sería, serían, ser, sea, sean",
    Kind.CLOCK: """
        mediodía, medianoche, mañana por la, de la mañana, de la tarde, de la noche, por la mañana, por la tarde,
        por la noche, hora local, hrs, gmt
        """,
    Kind.OCCASION: """
        al margen de, en los márgenes de, en el margen de, con ocasión de, en ocasión de, con motivo de,
        paralelamente a, en paralelo a, en paralelo con, coincidiendo con, en coincidencia con, simultáneamente con,
        simultáneamente a, al mismo tiempo que, en conjunción con, aprovechando, a la conclusión de,
        a la apertura de, en el contexto de, en el momento de, junto con, al inicio de la reunión de
        """,
    Kind.WHEN: """
        cuando, tan pronto como, una vez que, sujeto a, supeditado a, en cuanto, en función de, hasta que, a reserva de
        """,
    Kind.EVENT: """
        reunión, reuniones, cumbre(s), ronda(s), sesión, sesiones, conferencia(s), consultas, consulta, conversaciones,
        diálogo(s), visita(s), ceremonia, simposio, seminario(s), taller(es), congreso, negociaciones, encuentro(s),
        convención, aniversario, elección, elecciones, presidencia, vacaciones, vacaciones de verano, vacaciones de navidad, receso estival, receso de verano, ratificación, firma, suscripción,
        finalización, conclusión, expiración, vencimiento, adhesión, inauguración, entrada en vigor, entrada en vigencia,
        ministerial, plenaria, plenario, asamblea general, semana de alto nivel, g7, g8, g20, apec, asem, ticad, davos, brics, cop,
        juegos, juegos olímpicos, exposición, festival, retiro, referéndum, referendo, evento(s), viaje, misión, gira, estancia,
        ramadán, semana santa, fiesta nacional, día nacional, año nuevo chino, año nuevo lunar, toma de posesión,
        investidura, entre en vigor, entre en vigencia, recepción, canje, depósito, notificación, terminación, fin de las negociaciones, final de la presidencia, fin del mandato, reuniones de primavera
        """,
    Kind.BODY: """
        comité, comités, consejo(s), comisión, comisiones, foro(s), asamblea, grupo(s), grupo de trabajo, parlamento,
        comisión mixta, comité mixto, comisión bilateral, comisión binacional, fase, etapa, informe, examen, edición, junta, panel
        """,
    Kind.BOUND: "al menos, por lo menos, más de, menos de, casi, como mínimo, que",
    Kind.CHANGE: """
        no, nunca, jamás, ni, tampoco, ningún, ninguno, ninguna, salvo, excepto, a menos que, a no ser que, si, sin, excluido,
        excluida, en lugar de, en vez de, mismo año, mismo mes, misma semana, año escolar, año académico, curso escolar, curso académico,
        año lectivo, cancelado, cancelada, suspendido, suspendida, víspera, vísperas, la víspera de, anteriormente, antes, después,
        día siguiente, día después, inicialmente, pospuesto de, aplazado de, aplazada de, fin de curso, inicio de curso,
        más allá
        """,
    Kind.WORD: """
        si es posible, si fuera posible, si fuese posible, de ser posible, si procede, si es necesario, si corresponde, si bien,
        no obstante, no solo, no sólo, sin embargo, sin perjuicio de, no proliferación, no alineados, no intervención,
        a fin de que, con el fin de, a los fines de, en principio, al fin y al cabo, por fin, medio ambiente, medio oriente,
        oriente medio, en medio de, una vez más, de nuevo, otra vez, se celebrará, en particular, por medio de, en primer lugar,
        en segundo lugar, por primera vez, de primera, por parte de, por otra parte, tanto en, en tanto, en la medida de lo posible,
        plan quinquenal, plan trienal, plan bienal, plan decenal, programa bienal, programa trienal, programa quinquenal,
        presupuesto bienal, a la vez, tal vez, a nivel, a través de, así como en, en todo caso, tal como, primer ministro, primera ministra, de los cuales
        """,
    Kind.PAST_WORD: """
        firmado(s), firmada(s), suscrito(s), suscrita(s), adoptado(s), adoptada(s), concluido(s), concluida(s),
        acordado(s), acordada(s), convenido(s), convenida(s), publicado(s), publicada(s), emitido(s), emitida(s), fechado(s), fechada(s), establecido(s), establecida(s),
        lanzado(s), lanzada(s), anunciado(s), anunciada(s), aprobado(s), aprobada(s), ratificado(s), ratificada(s),
        fundado(s), fundada(s), inaugurado(s), inaugurada(s), creado(s), creada(s), celebrado(s), celebrada(s),
        realizado(s), realizada(s), iniciado(s), iniciada(s), sostenida, sostenido, alcanzado(s), alcanzada(s)
        """,
}

_VALUED: Mapping[Kind, Mapping[Any, str]] = {
    Kind.IN: {"over": "durante"},
    Kind.FROM: {"since": "desde"},
    Kind.WITHIN: {"in": "dentro de, al cabo de", ARTICLE: "dentro del"},
    Kind.OF: {ARTICLE: "del"},
    Kind.AT: {ARTICLE: "al"},
    Kind.OCCASION: {CLOSE: "al término, al cierre, al finalizar, al concluir"},
    Kind.MONTH: {
        1: "enero, ene",
        2: "febrero, feb",
        3: "marzo",
        4: "abril, abr",
        5: "mayo",
        6: "junio, jun",
        7: "julio, jul",
        8: "agosto, ago",
        9: "septiembre, setiembre, sept, sep",
        10: "octubre, oct",
        11: "noviembre, nov",
        12: "diciembre, dic",
    },
    Kind.WEEKDAY: {
        0: "lunes",
        1: "martes",
        2: "miércoles",
        3: "jueves",
        4: "viernes",
        5: "sábado(s)",
        6: "domingo(s)",
    },
    Kind.SEASON: {0: "primavera", 1: "verano, estío", 2: "otoño", 3: "invierno"},
    Kind.UNIT: {
        Unit.HOUR: "hora",
        Unit.DAY: "día",
        Unit.WORKING_DAY: "día hábil, día laborable",
        Unit.WEEKEND: "fin de semana",
        Unit.WEEK: "semana",
        Unit.MONTH: "mes",
        Unit.QUARTER: "trimestre",
        Unit.HALF: "semestre",
        Unit.YEAR: "año",
        Unit.DECADE: "década, decenio",
    },
    Kind.UNITS: {
        Unit.HOUR: "horas",
        Unit.DAY: "días",
        Unit.WORKING_DAY: "días hábiles, días laborables",
        Unit.WEEKEND: "fines de semana",
        Unit.WEEK: "semanas",
        Unit.MONTH: "meses",
        Unit.QUARTER: "trimestres",
        Unit.HALF: "semestres",
        Unit.YEAR: "años",
        Unit.DECADE: "décadas, decenios",
    },
    Kind.PORTION: {
        Portion.EARLY: """
            principio(s), comienzo(s), inicio(s), primera parte, albores de
            """,
        Portion.MID: "mediados, a mitad, a la mitad, hacia la mitad, en la mitad",
        Portion.LATE: "última parte",
        Portion.END: "fin, final, finales, fines, término, cierre",
    },
    Kind.PORTION_UNIT: {
        (portion, unit): ", ".join(f"{word.replace('_', ' ')} de {name}" for word in words.split())
        for portion, words in (
            (Portion.EARLY, "principio(s) comienzo(s) inicio(s)"),
            (Portion.MID, "mediados mitad a_mitad"),
            (Portion.END, "fin final finales fines"),
        )
        for unit, name in (
            (Unit.YEAR, "año"),
            (Unit.MONTH, "mes"),
            (Unit.QUARTER, "trimestre"),
            (Unit.HALF, "semestre"),
        )
    },
    Kind.HALF: {
        None: "mitad, medio, media",
        3: "tercio, cuatrimestre",
        6: "bimestre",
        Unit.FORTNIGHT: "quincena",
    },
    Kind.FRACTION: {
        (number, parts): f"{letter}{number}, {letter} {number}"
        for letter, parts in (("t", 4), ("s", 2))
        for number in range(1, parts + 1)
    },
    Kind.NEXT: {
        1: """
        próximo(s), próxima(s), siguiente(s), venidero(s), venidera(s), entrante, inmediato siguiente,
        próximo inmediato
        """
    },
    Kind.TO_COME: {1: "que viene, que vienen, por venir, por delante, que entra"},
    Kind.THIS: {
        0: "este, esta, estos, estas, en curso, corriente, actual(es), presente(s), que corre, este mismo, esta misma"
    },
    Kind.LAST: {
        None: """
        pasado(s), pasada(s), último(s), última(s), anterior(es), recién pasado, próximo pasado
        """
    },
    Kind.AFTER_NEXT: {2: "o el siguiente, o el año siguiente, o al año siguiente"},
    Kind.DAYWORD: {
        0: "hoy, esta mañana, esta tarde, esta noche, esta misma mañana, esta misma tarde, esta misma noche, hoy día, el día de hoy, la jornada de hoy",
        1: """
            mañana, el día de mañana, mañana por la mañana, mañana por la tarde, mañana por la noche
            """,
        2: "pasado mañana",
    },
    Kind.SIDE: {True: "austral(es)", False: "boreal(es)"},
    Kind.NEW_YEAR: {1: "nuevo año"},
    Kind.FEAST: {
        "christmas": "navidad, día de navidad",
        "christmas eve": "nochebuena",
        "new year": "año nuevo, día de año nuevo",
        "new year's eve": "nochevieja, fin de año viejo",
        "easter": "domingo de resurrección, domingo de pascua, pascua",
        "good friday": "viernes santo",
        "easter monday": "lunes de pascua",
        "ascension": "día de la ascensión",
        "pentecost": "pentecostés",
        TURN: "cambio de año",
    },
    Kind.FISCAL: {
        None: "fiscal, ejercicio fiscal, ejercicio, ejercicio presupuestario, presupuestario, financiero"
    },
    Kind.PARTY: {
        "JP": "japonés, japonesa",
        "US": "estadounidense, norteamericano",
        "IN": "indio, india",
    },
    Kind.TIMES: {
        1: """
            una vez, al menos una vez, por lo menos una vez, una sola vez, cuando menos una vez,
            como mínimo una vez
            """,
        2: """
            dos veces, al menos dos veces, por lo menos dos veces, cuando menos dos veces,
            como mínimo dos veces
            """,
    },
    Kind.REPEAT: {
        (12, None): """
            anualmente, anual(es), con carácter anual, de manera anual, de forma anual, con periodicidad anual, año con año, año tras año,
            con una periodicidad anual, con frecuencia anual, sobre una base anual, en forma anual
            """,
        (24, None): """
            bienal(es), bienalmente, con carácter bienal, con periodicidad bienal, un año sí y otro no, en años alternos, año por medio
            """,
        (6, None): """
            semestral(es), semestralmente, con carácter semestral, con periodicidad semestral, de manera semestral, de forma semestral
            """,
        (6, 24): "bianual(es), bianualmente",
        (36, None): "trienal(es), trienalmente",
        (48, None): "cuatrienal(es)",
        (60, None): "quinquenal(es), quinquenalmente",
        (4, None): "cuatrimestral(es), cuatrimestralmente",
        (
            3,
            None,
        ): "trimestral(es), trimestralmente, con periodicidad trimestral, de manera trimestral, de forma trimestral",
        (
            1,
            None,
        ): "mensual(es), mensualmente, con periodicidad mensual, de manera mensual, de forma mensual",
        (2, None): "bimestral(es), bimestralmente, bimensual(es)",
        (None, None): """
            semanal(es), semanalmente, quincenal(es), quincenalmente, diario, diariamente, a diario, regularmente, regular(es),
            de manera regular, de forma regular, con regularidad, a intervalos regulares, periódicamente, periódico(s), periódica(s),
            de manera periódica, de forma periódica, con periodicidad, de tanto en tanto, de vez en cuando, con carácter periódico, con carácter regular,
            alternativamente, de forma alternada, de manera alternada, alternadamente, por turnos, de forma rotativa, de manera rotativa, frecuentemente,
            con frecuencia, frecuente(s), recurrente(s), de forma recurrente, en forma periódica, en forma regular, en forma alternada
            """,
    },
    Kind.OPEN: {
        True: """
            lo antes posible, lo más pronto posible, lo más antes posible, tan pronto como sea posible, tan pronto sea posible,
            tan pronto como resulte posible, en cuanto sea posible, en cuanto resulte posible, cuanto antes, cuanto antes posible,
            a la mayor brevedad, a la mayor brevedad posible, con la mayor brevedad, con la mayor brevedad posible, con la mayor celeridad,
            con la mayor celeridad posible, con la mayor rapidez posible, con la mayor prontitud posible, con la mayor prontitud, con la máxima celeridad,
            lo más rápidamente posible, lo más rápido posible, tan rápido como sea posible, tan rápidamente como sea posible,
            en el menor tiempo posible, en el más breve plazo, en el más breve plazo posible, en el plazo más breve, en el plazo más breve posible,
            en el menor plazo posible, en el menor plazo, en breve, en breve plazo, en un breve plazo, en un plazo breve, en brevedad, en fecha próxima,
            en una fecha próxima, en una fecha cercana, en fecha cercana, en una fecha temprana, en fecha temprana, próximamente, muy próximamente,
            prontamente, pronto, muy pronto, en la brevedad posible, a la brevedad, a la brevedad posible, con brevedad,
            rápidamente, con rapidez, con celeridad, con prontitud, con carácter de urgencia, con carácter urgente, urgentemente, de manera urgente, con urgencia,
            de forma urgente, de inmediato, inmediatamente, de forma inmediata, de manera inmediata, con efecto inmediato, sin demora, sin demoras, sin dilación,
            sin dilaciones, sin más demora, sin mayor demora, sin tardanza, sin retraso, sin demora injustificada, sin más dilación, sin mayor dilación, sin más tardar,
            a la primera oportunidad, en la primera oportunidad, en la primera ocasión, en la próxima oportunidad, en la fecha más próxima posible,
            en la fecha más temprana posible, en plazo breve, en cuestión de poco tiempo, en poco tiempo, dentro de poco, en un corto plazo de tiempo, cuando antes,
            tan pronto como las circunstancias lo permitan, en cuanto las circunstancias lo permitan, oportunamente, con prioridad, con carácter prioritario,
            tan pronto como las condiciones lo permitan, en cuanto las condiciones lo permitan, en la fecha más cercana posible, en tiempo breve, en el más corto plazo,
            en el más corto plazo posible, en el corto plazo posible, inminentemente, ya mismo, en la mayor brevedad posible, en la mayor brevedad,
            con la brevedad posible, con la brevedad del caso, a la menor brevedad, a la menor brevedad posible, en los plazos más breves, en los plazos más breves posibles, en el más breve término
            """,
        False: """
            lugar y fecha por, fecha y lugar por, lugar y fecha a, fecha y lugar a, en cuestión de días, en cuestión de semanas, en cuestión de meses, en una fecha, en fecha, en fechas, en unas fechas, en otra fecha, cuya fecha, cuyas fechas, la fecha será, la fecha se, las fechas se, las fechas serán,
            en un momento, llegado el momento, en el momento apropiado, en el momento adecuado,
            a su debido tiempo, en su debido momento, en el momento oportuno, en su momento, en momento oportuno, cuando corresponda, cuando proceda,
            en el futuro, en un futuro, en el futuro próximo, en un futuro próximo, en un futuro cercano, en el futuro cercano, en un futuro inmediato, en el futuro inmediato,
            en un futuro no lejano, en un futuro no muy lejano, en el futuro previsible, en un futuro previsible, en un plazo razonable, en plazos razonables, en un tiempo razonable, dentro de un plazo razonable,
            a corto plazo, a medio plazo, a mediano plazo, a largo plazo, a corto y medio plazo, a corto y mediano plazo, a mediano y largo plazo, a medio y largo plazo, en el corto plazo,
            en el mediano plazo, en el medio plazo, en el largo plazo, en el corto y mediano plazo, en el mediano y largo plazo, tarde o temprano, progresivamente, gradualmente, paulatinamente, por etapas,
            en la fecha que acuerden, en la fecha que convengan, en las fechas que acuerden, en la fecha que determinen, hasta nuevo aviso, por tiempo indefinido, por tiempo ilimitado, indefinidamente, en lo sucesivo, de ahora en adelante, en cualquier momento, en un plazo prudencial, en tiempo oportuno,
            cuando las circunstancias lo permitan, cuando las condiciones lo permitan, cuando se den las condiciones, cuando sea posible, en una próxima ocasión, de manera continua, de forma continua, por definir, por determinar
            """,
    },
    Kind.NUMBER: counted_from(
        2,
        """
        dos, un par de; tres; cuatro; cinco; seis; siete; ocho; nueve; diez, una decena de; once; doce, una docena de; trece;
        catorce; quince, una quincena de; dieciséis; diecisiete; dieciocho; diecinueve; veinte, una veintena de; veintiuno, veintiún; veintidós; veintitrés;
        veinticuatro; veinticinco; veintiséis; veintisiete; veintiocho; veintinueve; treinta, una treintena de
        """,
    )
    | {
        1: "a razón de una, a un ritmo de una, al ritmo de una",
        36: "treinta y seis",
        40: "cuarenta",
        45: "cuarenta y cinco",
        48: "cuarenta y ocho",
        50: "cincuenta",
        60: "sesenta",
        72: "setenta y dos",
        90: "noventa",
        100: "cien",
        120: "ciento veinte",
        180: "ciento ochenta",
    },
    Kind.ORDINAL: counted_from(
        1,
        """
        primer, primero(s), primera(s); segundo(s), segunda(s); tercer, tercero(s), tercera(s); cuarto, cuarta; quinto, quinta;
        sexto, sexta; séptimo, séptima; octavo, octava; noveno, novena; décimo, décima;
        undécimo, undécima, decimoprimer, decimoprimera, décimo primera, décimo primer; duodécimo, duodécima, decimosegundo, decimosegunda, décimo segunda;
        decimotercer, decimotercera, decimotercero, décimo tercera; decimocuarto, decimocuarta, décimo cuarta; decimoquinto, decimoquinta, décimo quinta;
        decimosexto, decimosexta; decimoséptimo, decimoséptima; decimoctavo, decimoctava; decimonoveno, decimonovena; vigésimo, vigésima
        """,
    ),
}

LEXICON = lexicon_of(
    _NAMED,
    _VALUED,
    contractions={"de": ("del",), "a": ("al",)},
    soft=("medio", "media", "india", "indio"),
)


def denotation_of(text: str) -> Denotation:
    """What a Spanish phrase, in plain small letters, denotes.

    >>> denotation_of("finales de enero")
    Part(portion=<Portion.END: 'end of'>, of=Month(number=1, year=None, pick=<Pick.BARE: 1>))
    """
    tokens = _ended(with_ordinals(tokens_of(folded(text), LEXICON)))
    return meaning(as_spelt(ordered(tokens), text), text)


_ENDS = frozenset({"finalizacion", "conclusion", "terminacion", "culminacion", "vencimiento"})


def _ended(tokens: list[Token]) -> list[Token]:
    """The end of a unit of time for that of an event: "la finalización del presente año"."""
    for at, token in enumerate(tokens):
        if token.text in _ENDS and Kind.UNIT in {after.kind for after in tokens[at + 2 : at + 4]}:
            tokens[at] = token._replace(kind=Kind.PORTION, value=Portion.END)
    return tokens
