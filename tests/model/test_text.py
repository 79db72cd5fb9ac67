"""Characters that a reader cannot see: JSON says the same with them and without."""

import json

from hypothesis import given
from hypothesis import strategies as st

from dipltrack.model.text import escaped, json_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["\x7f", "\x85", "\u202e", "\u2028", "\ufeff", "\u3000", '"\\/\b\f\n\r\t\x00', "来春", "🇯🇵"]
)
CONTENT = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@given(CONTENT)
def test_json_is_what_the_standard_library_writes_with_hidden_characters_escaped(
    content: object,
) -> None:
    assert json_text(content) == escaped(json.dumps(content, ensure_ascii=False, indent=2))
