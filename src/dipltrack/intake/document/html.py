"""The main text of a page of HTML: what it says, without what it is surrounded by."""

from lxml import etree

from dipltrack.intake.document.opened import Opened
from dipltrack.intake.document.refusals import NoDocumentError

_SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "figcaption",
        "audio",
        "video",
        "canvas",
        "math",
    )
)
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "blockquote",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_CHROME = (
    "nav",
    "menu",
    "breadcrumb",
    "footer",
    "sidebar",
    "share",
    "social",
    "cookie",
    "related",
    "pagetop",
    "topicpath",
    "toolbar",
)


def html_text(text: str) -> Opened:
    """The text of the page, numbered lists with their numbers, and its title.

    Where a `main` or an `article` holds most of what is said, only that is taken. Raises
    NoDocumentError for a page nested deeper than 2,047, which no writer makes: the parser stops
    there, and what follows would be lost.
    """
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(text, parser)
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise NoDocumentError(
            "its HTML is nested deeper than 2,047", "copy the text that is wanted into a text file"
        )
    page = _Page()
    if root is not None:
        page.walk(root)
    main = "\n".join(page.main).strip()
    whole = "\n".join(page.lines).strip()
    chosen = main if len(main) * 4 > len(whole) else whole
    return Opened(chosen, " ".join(page.title.split()) or None)


class _Page:
    """A page as it is read from its first tag to its last; what it names is never fetched."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.main: list[str] = []
        self.title = ""
        self._line = ""
        self._in_main = 0
        self._lists: list[tuple[str, int]] = []

    def walk(self, root: etree._Element) -> None:
        """Read every element below the root, and what it says."""
        events = etree.iterwalk(root, events=("start", "end"))
        passed_over = None
        for event, element in events:
            tag = str(element.tag)
            if event == "end":
                if element is not passed_over:
                    self._end(tag)
                self._say(element.tail)
            elif tag == "title" or tag in _SILENT or _is_chrome(tag, element):
                if tag == "title" and not self.title:
                    self.title = "".join(element.itertext())
                if tag in _BLOCKS:
                    self._end_line(blank=True)
                passed_over = element
                events.skip_subtree()
            else:
                self._start(tag, element)
                self._say(element.text)
        self._end_line()

    def _start(self, tag: str, element: etree._Element) -> None:
        if tag == "br":
            self._end_line()
        elif tag in _BLOCKS:
            self._end_line(blank=True)
        self._in_main += tag in ("main", "article")
        if tag in ("ol", "ul"):
            kind = element.get("type") or ("1" if tag == "ol" else "")
            self._lists.append((kind, _first_number(element.get("start") or "1")))
        elif tag == "li":
            self._line = self._marker()

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_line(blank=True)
        self._in_main -= tag in ("main", "article")
        if tag in ("ol", "ul"):
            self._lists.pop()

    def _marker(self) -> str:
        if not self._lists or not self._lists[-1][0]:
            return "• "
        kind, value = self._lists[-1]
        self._lists[-1] = (kind, value + 1)
        if kind in ("a", "A") and 1 <= value <= 26:
            return f"{chr(ord(kind) + value - 1)}. "
        if kind in ("i", "I") and 1 <= value < 40:
            return f"{_roman(value) if kind == 'I' else _roman(value).lower()}. "
        return f"{value}. "

    def _say(self, text: str | None) -> None:
        if not text:
            return
        words = " ".join(text.split())
        if text[:1].isspace() and self._line and not self._line.endswith(" "):
            self._line += " "
        self._line += words
        if words and text[-1:].isspace():
            self._line += " "

    def _end_line(self, *, blank: bool = False) -> None:
        line = self._line.strip()
        self._line = ""
        for lines in (self.lines, self.main) if self._in_main else (self.lines,):
            if line:
                lines.append(line)
            if blank and lines and lines[-1]:
                lines.append("")


def _is_chrome(tag: str, element: etree._Element) -> bool:
    """True for a part that its own name tells to be no text: a menu, a path, what is related."""
    if tag in ("html", "body", "main", "article"):
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    role = element.get("role") or ""
    return role in ("navigation", "banner", "contentinfo", "complementary", "search") or any(
        word.startswith(_CHROME) for word in named.replace("-", " ").replace("_", " ").split()
    )


def _first_number(start: str) -> int:
    """The number that a list starts with; one that no printed list has counts as none."""
    return int(start) if start.isdecimal() and len(start) <= 4 else 1


def _roman(value: int) -> str:
    shown = ""
    for number, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= number:
            shown, value = shown + sign, value - number
    return shown
