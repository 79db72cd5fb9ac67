"""Titles of acts whose verb stands last: Japanese."""

import re

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.clause.plain_form import plain_form
from dipltrack.intake.rules import Rules
from dipltrack.wording.finding import Found

_TOPICS = 2  # words of who acts that may stand before an act
_PARTIES = re.compile(
    r"^.*(?:双方|両[一-龠]{1,4}|[一-龠ァ-ヶー]{1,12}側)(?:は|も)、?(?=.{6})", re.DOTALL
)
_TOLD_BEFORE = re.compile(
    r"^.*(?:(?<!含)した上で|た上で|があり|示され|述べ|ところ|しつつ|であるとし|を受け|を踏まえて?|に鑑み|の招きに応じ)、(?=.{4})",
    re.DOTALL,
)
_TOPIC = re.compile(r"^[^、。]{1,24}?(?<!について)(?:は|から(?:は)?|より)、(?=.{6})")
_OPENS = re.compile(r"^(?:また|さらに|更に|なお|そして|その上で|併せて|(?:に|で)?は)、?")
_ENDS = re.compile(
    r"(?:こと|旨|よう|方針|考え|予定|方向|ととも(?:に)?|と共に|と同時に|と)?(?:、|及び|並びに|また)?$"
)
_LONGEST = 60  # letters of a title with its theme
_THEME = re.compile(r"^(?:また、)?([^、。]{2,24}?について)、")
_ORDERED = re.compile(r"([^、。]{0,14}?[うくぐすつぬぶむる])よう")
"""The verb of what was ordered: 「詰めるよう指示」."""
_PLANNED = re.compile(r"予定|見込|見通し|となり|計画|運び|方向|こと|とさ|とし")
_OF_TIME = re.compile(r"^(?:め|頃|ごろ|て)?[にの、]*")
_OF_TIME_FIRST = re.compile(r"^(?:め|頃|ごろ)?[にの、では]*")
_DONE = re.compile(
    r"行われる$|開かれる$|(?<=[一-龠ァ-ヶー]{2})される$|(?<=[ぁ-ん][一-龠])される$|受け入れられる$"
)
_DOING = {
    "行われる": "行う",
    "開かれる": "開く",
    "される": "する",
    "受け入れられる": "受け入れる",
}
_CONTINUATIVE = {"し": "する", "行い": "行う", "開き": "開く", "設け": "設ける", "作り": "作る"}
_INVITED = re.compile(
    r"(?P<place>[一-龠ァ-ヶーA-Za-z・]{1,14}?)(?:への?|を)?(?:公式|実務|国賓)?訪問|(?P<here>訪日)"
)
_PERSON = re.compile(
    r"(?P<land>[一-龠ァ-ヶー・]{1,12}?)(?:国)?(?:の)?(?:首相|大統領|外相|外務|国王|大臣|側|長官)"
)
_HAPPENS = re.compile(r"(?:[一-龠]{2,3}(?:する)?|開く|行う|設ける|詰める)$")
_OWN_TOPIC = re.compile(r"([^、。はを]{2,30}?)(?<![でにとへ])は、?(?=.{3})")
_OTHERWISE = re.compile(r"を|し、|ことで|会合する$")
_SOMEBODY = re.compile(r"(?:側|首相|総理|大臣|外相|委員長|長官|双方|両者|政府|省|庁|当局|国)$")


def verb_last_title(act: Act, sentence: str, found: Found | None, rules: Rules) -> str:
    """The act with its verb last, without its time and without those that met.

    What it is done to is said where that stands as the topic: 「第7回合同委員会は…開催する」.
    """
    if act.ground is Ground.INVITED:
        return _invited(sentence[act.start : act.end])
    until = _end(act, sentence)
    text = sentence[act.start : until]
    if found is not None and act.start <= found.start and found.end <= until:
        before, behind = sentence[act.start : found.start], sentence[found.end : until]
        if behind.startswith("化"):
            before, behind = text, ""
        text = before + (_OF_TIME if before else _OF_TIME_FIRST).sub("", behind)
    theme = _THEME.match(text)
    text = _PARTIES.sub("", _OPENS.sub("", text))
    text = _TOLD_BEFORE.sub("", text)
    text = re.sub(r"^.*し、[^、]{1,16}(?:は|から|より)、(?=.{6})", "", text)
    topic = ""
    for _ in range(_TOPICS):
        first = _TOPIC.match(text)
        if first:
            topic, text = first[0].rstrip("、"), text[first.end() :]
    if act.ground is Ground.APPOINTED:
        return _occasion(text)
    text = _with_topic(_plain(_ENDS.sub("", text)), topic)
    themed = f"{theme[1]}{text}" if theme and theme[1] not in text else text
    return themed if len(themed) <= _LONGEST else text


def _occasion(line: str) -> str:
    """An occasion with its place, as what is held there: 「第2回会合：東京」."""
    named = re.match(r"([^：: 　]+)[：: 　、]*([^：: 　、]*)", line.strip())
    if named is None or "期限" in line:
        return line
    return f"{named[2]}で{named[1]}を開く" if named[2] else f"{named[1]}を開く"


def _end(act: Act, sentence: str) -> int:
    """Where the act ends: before words that promise it, else with its own verb."""
    if act.ground is Ground.FUTURE and not _PLANNED.search(sentence[act.verb : act.end]):
        return act.end
    ordered = _ORDERED.match(sentence, act.verb) if act.ground is Ground.TASKED else None
    if ordered:
        return ordered.end(1)
    return act.verb if act.verb > act.start else act.end


def _plain(text: str) -> str:
    """The words with the verb at their end in its plain form, as those that do it say it.

    >>> [_plain(one) for one in ("訓練を行います", "東京で開催される", "委員会を設置し、交互に")]
    ['訓練を行う', '東京で開催する', '委員会を設置する']
    """
    text = re.sub(r"(?:もの)?とする$|(?:こと)?とされ(?:て)?(?:いる|います)$", "", text)
    text = re.sub(r"し?なければならない$|し?なければなりません$", "する", text)
    text = re.sub(r"(?:、|交互に)+$", "", text)
    text = plain_form(text)
    done = _DONE.search(text)
    if done:
        single = re.search(r"[ぁ-ん][一-龠]$", text[: done.start()])
        doing = "す" if single and done[0] == "される" else _DOING[done[0]]
        text = text[: done.start()] + doing
        text = text if "を" in text else re.sub(r"が(?=[^が]*$)", "を", text)
    for ending, plain in _CONTINUATIVE.items():
        if text.endswith(ending) and len(text) > len(ending) + 1:
            return text[: -len(ending)] + plain
    if re.search(r"(?:会合|協議|会談|会議)は?$", text):
        return re.sub(r"は$", "", text) + "を開く"
    if text.endswith("が"):
        return text[:-1] + "を行う"
    return text


def _with_topic(text: str, topic: str) -> str:
    """The words with the topic as what the act is done to, where they name nothing else."""
    told, own = text, _OWN_TOPIC.match(text)
    if own and not topic.endswith("は"):
        topic, text = f"{own[1]}は", text[own.end() :]
    thing = re.sub(r"(?:について)?(?:は|から|より)$", "", topic)
    if not thing.strip() or not topic.endswith("は"):
        return text
    happens = _HAPPENS.search(text)
    if not happens or _OTHERWISE.search(text) or _SOMEBODY.search(thing):
        return told if own else text
    return f"{text[: happens.start()]}{thing}を{happens[0]}"


def _invited(passage: str) -> str:
    """Where somebody was invited, and will go."""
    granted = re.search(r"([^、。]{2,40}?[うくぐすつぬぶむる])と(?:応じ|回答|答え)", passage)
    if granted:
        return re.sub(r"^.*(?:から|は)、", "", granted[1])
    proposed = re.search(r"([^。]{2,60}?[うくぐすつぬぶむる])こと(?:を|が)?提案", passage)
    if proposed:
        return proposed[1]
    visit = _INVITED.search(passage)
    if visit and visit["here"]:
        return "訪日する"
    place = re.sub(r"^.*[のはをが]", "", visit["place"]) if visit and visit["place"] else ""
    if not place or place in ("同国", "自国", "公式", "早期"):
        person = _PERSON.match(passage)
        place = person["land"] if person else ""
    return f"{place}を訪問する" if place else "招待に応じて訪問する"
