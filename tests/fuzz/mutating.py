"""Files as no hand would write them: real ones, cut, doubled, swapped and sprinkled with odd signs."""

import random
from pathlib import Path

from tests.ledger.merge.work import BASE, Desk
from tests.nasty import NASTY

ROOT = Path(__file__).parents[2]
SIGNS = (
    *"[]{}\"'#=,.\\\n\r\t\x00\x7f\u2028\u202e\ufeff€\U0001f600",
    '"""', "'''", "[[update]]", "[update]", "[[commitment]]", "[meeting]", "<<<<<<< HEAD\n", "=======\n",
    ">>>>>>> x\n", "\\u0000", "1e999", "-0", "0x", "inf", "nan", "9" * 40, "2018-02-30", "0000-01-01",
    "9999-12-31T23:59:59.999+00:00", "0001-01-01T00:00:00-14:00", "true", "[[", "]]", "{ a = { b = 1 } }",
    'id = "AAAAAAAA"', "was = [1, {}]", 'of = 7', "recorded = 2018-01-01", 'ref = ["x"]', "\r\n",
    *(one.text[:300] for one in NASTY),
)  # fmt: skip


def seeds() -> list[str]:
    """What is mutated: files of the real ledger, its settings, and what desks make."""
    files = sorted((ROOT / "data").glob("TR/*.toml"))[:4]
    texts = [file.read_text(encoding="utf-8") for file in files]
    texts.append((ROOT / "data" / "dipltrack.toml").read_text(encoding="utf-8")[:3000])
    return [BASE, Desk("kt", 7).worked(BASE, 8, by_hand=True), *texts]


def mutated(text: str, chance: random.Random, times: int) -> bytes:
    """The text after so many changes at random; at times of its bytes."""
    for _ in range(times):
        at, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        end = min(end, at + chance.choice((1, 3, 40, 400)))
        match chance.randrange(6):
            case 0:
                text = text[:at] + text[end:]
            case 1:
                text = text[:end] + text[at:]
            case 2:
                text = text[:at] + chance.choice(SIGNS) + text[at:]
            case 3:
                lines = text.split("\n")
                one, other = (chance.randrange(len(lines)) for _ in range(2))
                lines[one], lines[other] = lines[other], lines[one]
                text = "\n".join(lines)
            case 4:
                lines = text.split("\n")
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                text = "\n".join(lines)
            case _:
                text = text[:at] + chance.choice(SIGNS) + text[end:]
    data = text.encode(errors="surrogatepass")
    if chance.random() < 0.05 and data:
        at = chance.randrange(len(data))
        data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    return data
