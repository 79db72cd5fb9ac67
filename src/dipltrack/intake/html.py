"""The main text of a page of HTML: what it says, without what it is surrounded by."""

from html.parser import HTMLParser

from dipltrack.intake.opened import Opened

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
_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    )
)


def html_text(text: str) -> Opened:
    """The text of the page, numbered lists with their numbers, and its title.

    Where a `main` or an `article` holds most of what is said, only that is taken.
    """
    page = _Page()
    page.feed(text)
    page.close()
    main = "\n".join(page.main).strip()
    whole = "\n".join(page.lines).strip()
    chosen = main if len(main) * 4 > len(whole) else whole
    return Opened(chosen, " ".join(page.title.split()) or None)


class _Page(HTMLParser):
    """A page as it is read from its first tag to its last; what it names is never fetched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.main: list[str] = []
        self.title = ""
        self._line = ""
        self._open: list[tuple[str, bool]] = []
        self._silent = 0
        self._in_main = 0
        self._lists: list[list[object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._end_line()
            return
        if tag in _VOID:
            return
        named = dict(attrs)
        silent = tag in _SILENT or _is_chrome(tag, named)
        if tag in _BLOCKS:
            self._end_line(blank=True)
        self._open.append((tag, silent))
        self._silent += silent
        self._in_main += tag in ("main", "article")
        if tag in ("ol", "ul"):
            start = named.get("start") or "1"
            kind = named.get("type") or ("1" if tag == "ol" else "")
            self._lists.append([kind, int(start) if start.isdecimal() else 1])
        elif tag == "li" and not self._silent:
            self._line = self._marker()

    def _marker(self) -> str:
        if not self._lists or not self._lists[-1][0]:
            return "• "
        kind, number = self._lists[-1]
        value = int(str(number))
        self._lists[-1][1] = value + 1
        if kind in ("a", "A") and value <= 26:
            return f"{chr(ord(str(kind)) + value - 1)}. "
        if kind in ("i", "I"):
            roman = _roman(value)
            return f"{roman if kind == 'I' else roman.lower()}. "
        return f"{value}. "

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or all(tag != name for name, _ in self._open):
            return
        while self._open:
            name, silent = self._open.pop()
            self._silent -= silent
            self._in_main -= name in ("main", "article")
            if name in ("ol", "ul") and self._lists:
                self._lists.pop()
            if name in _BLOCKS:
                self._end_line(blank=True)
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if any(tag == "title" for tag, _ in self._open):
            self.title += data
        elif not self._silent:
            words = " ".join(data.replace("\xa0", " ").split())
            if data[:1].isspace() and self._line and not self._line.endswith(" "):
                self._line += " "
            self._line += words
            if words and data[-1:].isspace():
                self._line += " "

    def close(self) -> None:
        super().close()
        self._end_line()

    def _end_line(self, *, blank: bool = False) -> None:
        line = self._line.strip()
        self._line = ""
        for lines in (self.lines, self.main) if self._in_main else (self.lines,):
            if line:
                lines.append(line)
            if blank and lines and lines[-1]:
                lines.append("")


def _is_chrome(tag: str, attributes: dict[str, str | None]) -> bool:
    """True for a part that its own name tells to be no text: a menu, a path, what is related."""
    if tag in ("html", "body", "main", "article"):
        return False
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    role = attributes.get("role") or ""
    return role in ("navigation", "banner", "contentinfo", "complementary", "search") or any(
        word.startswith(_CHROME) for word in named.replace("-", " ").replace("_", " ").split()
    )


def _roman(value: int) -> str:
    shown = ""
    for number, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= number:
            shown, value = shown + sign, value - number
    return shown
