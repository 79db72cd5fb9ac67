"""Numbers with a full stop that are ordinals, as German, Turkish and many others write them."""

from dipltrack.wording.tokens import Kind, Token

_NONE = Token(Kind.FINISH, None, "", -1, -1)


def with_ordinals(tokens: list[Token]) -> list[Token]:
    """The tokens, where "29." is one ordinal; the numbers of a date in figures stay apart.

    >>> raw = [Token(Kind.NUMBER, 9, "9", 0, 1), Token(Kind.DOT, None, ".", 1, 2)]
    >>> [token.text for token in with_ordinals([*raw, Token(Kind.WORD, None, "runde", 3, 8)])]
    ['9.', 'runde']
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if _is_ordinal(tokens, at):
            end = tokens[at + 1].end
            token = token._replace(kind=Kind.ORDINAL, text=f"{token.text}.", end=end)
            at += 1
        found.append(token)
        at += 1
    return found


def _is_ordinal(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind is not Kind.NUMBER or len(token.text) > 2:
        return False
    dot, after, *rest = (_at(tokens, at + ahead) for ahead in range(1, 6))
    if not _touch(token, dot):
        return False
    runs_on = (
        after.kind is Kind.DASH and rest[0].kind is Kind.NUMBER and rest[2].kind is Kind.NUMBER
    )
    if runs_on and _touch(rest[0], rest[1]) and rest[1].end == rest[2].start:
        return False
    before = _at(tokens, at - 1) if at else _NONE
    inside = before.kind is Kind.DOT and before.end == token.start and after.kind is Kind.NUMBER
    if inside or after.kind is not Kind.NUMBER or after.start != dot.end:
        return not inside
    return _touch(after, rest[0]) and rest[1].kind is not Kind.NUMBER


def _touch(number: Token, dot: Token) -> bool:
    return dot.kind is Kind.DOT and dot.start == number.end


def _at(tokens: list[Token], at: int) -> Token:
    return tokens[at] if at < len(tokens) else _NONE
