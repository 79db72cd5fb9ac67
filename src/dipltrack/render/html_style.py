"""How a page looks: on a screen, light and dark, and on paper."""

import re

from dipltrack.reports.blocks import Mark

_LIGHT = """\
  --paper: #fff; --ink: #1b1d21; --quiet: #54585f; --line: #c9ccd1; --band: #f1f3f5; --link: #0b4f9e;
  --red: #98121c; --red-paper: #fdebec; --amber: #704700; --amber-paper: #fff2d4;
  --green: #1b5521; --green-paper: #e7f4e8; --blue: #123f86; --blue-paper: #e8effb;
  --none-paper: #eef0f2;"""
_DARK = """\
  --paper: #14171a; --ink: #e8e8e6; --quiet: #a9aeb5; --line: #464b52; --band: #20252a; --link: #9cc2f8;
  --red: #ffb6ae; --red-paper: #4d1719; --amber: #ffd58a; --amber-paper: #3f2f06;
  --green: #acdcae; --green-paper: #163a1c; --blue: #b3cdff; --blue-paper: #162f56;
  --none-paper: #2b3036;"""
_STYLE = """\
:root {
  color-scheme: light dark;
LIGHT
}
@media screen and (prefers-color-scheme: dark) {
:root {
DARK
}
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem); max-width: 84rem;
  color: var(--ink); background: var(--paper);
  font: 1rem/1.5 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Hiragino Sans", "Yu Gothic UI",
    "Noto Sans CJK JP", sans-serif;
}
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; }
h2 { margin: 2rem 0 .5rem; padding-bottom: .2rem; font-size: 1.3rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.4rem 0 .4rem; font-size: 1.05rem; }
h4 { margin: 1.1rem 0 .3rem; font-size: 1rem; }
p { margin: .4rem 0 .7rem; max-width: 72ch; overflow-wrap: anywhere; }
a { color: var(--link); overflow-wrap: anywhere; }
.marking { max-width: none; font-weight: 700; text-transform: uppercase; letter-spacing: .08em; }
.told { margin: 0; color: var(--quiet); }
.hint, .aside, .ref { color: var(--quiet); }
h3 .ref, h4 .ref { margin-left: .6em; font-weight: 400; font-size: .875rem; white-space: nowrap; }
.count { color: var(--quiet); font-weight: 400; }
.scroll { overflow-x: auto; margin: .5rem 0 1.2rem; }
table { border-collapse: collapse; font-size: .9rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .35rem .7rem .35rem 0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--quiet); font-weight: 600; vertical-align: bottom; border-bottom: 2px solid var(--line); }
tbody tr { border-bottom: 1px solid var(--line); }
tbody th { font-weight: 600; }
.whole { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.long { min-width: 16ch; }
.rag { display: inline-block; white-space: nowrap; padding: 0 .4em; border-radius: .25em; background: var(--none-paper); }
.rag-R { color: var(--red); background: var(--red-paper); font-weight: 600; }
.rag-A { color: var(--amber); background: var(--amber-paper); }
.rag-G { color: var(--green); background: var(--green-paper); }
.rag-B { color: var(--blue); background: var(--blue-paper); }
dl { margin: .3rem 0 1rem; font-size: .95rem; }
dl > div { display: grid; grid-template-columns: minmax(7rem, 9rem) 1fr; gap: 0 1rem; }
dt { grid-column: 1; color: var(--quiet); }
dd { grid-column: 2; margin: 0; max-width: 72ch; overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; padding-top: .5rem; border-top: 1px solid var(--line); }
svg { display: block; width: 100%; max-width: 60rem; height: auto; margin: .5rem 0; font-size: 11px; }
svg text { fill: var(--ink); }
svg .axis, svg .quiet { fill: var(--quiet); }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .day { stroke: var(--red); stroke-width: 1.5; }
MARKS
@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; } dd { grid-column: 1; margin-bottom: .3rem; } }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.3; }
  p { margin: 2pt 0 4pt; }
  header .marking, footer { display: none; }
  h1 { font-size: 16pt; }
  h2 { margin: 9pt 0 3pt; padding-bottom: 1pt; font-size: 11.5pt; }
  h3, h4 { margin: 6pt 0 2pt; font-size: 9.5pt; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  table, dl { font-size: 8.5pt; line-height: 1.2; }
  dl { margin: 1pt 0 4pt; }
  .scroll { overflow: visible; margin: 2pt 0 6pt; }
  .scroll > table { width: var(--width); table-layout: fixed; }
  col { width: var(--share); }
  th, td { padding: 1.2pt 5pt 1.2pt 0; }
  .rag { padding: 0 3pt; }
  .long { min-width: 0; }
  thead { display: table-header-group; }
  tr, dl, svg { break-inside: avoid; }
  thead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  p { orphans: 3; widows: 3; max-width: none; }
  dd { max-width: none; }
  .rag, svg { print-color-adjust: exact; }
  a { color: inherit; text-decoration-color: var(--line); }
  .across { page: across; }
  .across table { font-size: 8pt; }
  .upright { page: upright; }
}
@page {
  size: A4; margin: 16mm 15mm 15mm;
  @top-center { content: MARKING; font: 700 8pt sans-serif; letter-spacing: .08em; }
  @bottom-left { content: TITLE; font: 7.5pt sans-serif; color: #54585f; }
  @bottom-center { content: MARKING; font: 700 8pt sans-serif; letter-spacing: .08em; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt sans-serif; color: #54585f; }
}
@page upright { size: A4; }
@page across { size: A4 landscape; }
"""
_MARKS = {
    Mark.FIRST: "fill: none; stroke: var(--quiet); stroke-width: 1.2",
    Mark.IN_FORCE: "fill: var(--blue)",
    Mark.EXPECTED: "fill: var(--amber-paper); stroke: var(--amber); stroke-width: 1.2; stroke-dasharray: 3 2",
    Mark.DONE: "fill: var(--green); stroke: var(--paper); stroke-width: 1",
    Mark.HELD: "fill: var(--green); stroke: var(--paper); stroke-width: 1",
}
_GAPS = re.compile(r"\b(?:LIGHT|DARK|MARKS|MARKING|TITLE)\b")
_LONGEST = 90
"""As much of a title as has room in the foot of a page."""
_PLAIN = re.compile(r"[^A-Za-z0-9 ]")


def class_of_mark(mark: Mark) -> str:
    """The class of what is drawn for the mark."""
    return f"mark-{mark.name.lower().replace('_', '-')}"


def style_of(marking: str, title: str) -> str:
    """The style sheet of a report that is marked so; the marking stands on each of its pages."""
    marks = "\n".join(f"svg .{class_of_mark(mark)} {{ {how}; }}" for mark, how in _MARKS.items())
    short = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
    filled = {
        "LIGHT": _LIGHT,
        "DARK": _DARK,
        "MARKS": marks,
        "MARKING": _quoted(marking.upper()),
        "TITLE": _quoted(short),
    }
    return _GAPS.sub(lambda found: filled[found[0]], _STYLE)  # in one go: no text fills another's


def _quoted(text: str) -> str:
    """The text as a string of CSS: all but plain letters by their codes, so that nothing ends it."""
    return '"' + _PLAIN.sub(lambda found: f"\\{ord(found[0]):06x}", text) + '"'
