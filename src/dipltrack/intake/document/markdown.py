"""The text of a Markdown file, without its signs; its numbering stays."""

import re

from dipltrack.intake.document.opened import Opened

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"^\s{0,3}(?:[-*_]\s*){3,}$")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:[^()]|\([^()]*\))*\)")
_STRONG = re.compile(r"(?<!\w)(\*\*\*|\*\*|\*|___|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")


def markdown_text(text: str) -> Opened:
    """The text of the file, and its first heading as its title."""
    title: str | None = None
    lines: list[str] = []
    for number, line in enumerate(text.splitlines()):
        if number == 0 and line.strip() == "---":
            continue
        heading = _HEADING.match(line)
        if heading:
            plain = _plain(heading[1])
            title = title or plain
            lines += ["", plain, ""]
        elif _RULE.match(line) or _FENCE.match(line):
            lines.append("")
        else:
            lines.append(_plain(re.sub(r"^\s{0,3}>\s?", "", line)))
    return Opened("\n".join(lines), title)


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    line = _STRONG.sub(r"\2", line)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!-])", r"\1", line)
