"""Patterns: read alike on both sides (one set of vectors), and in time that grows with text and pattern alone."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.questionnaires.matching import Cannot, fits, pattern

VECTORS = json.loads((Path(__file__).parents[3] / "tests/vectors/patterns.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("known", VECTORS, ids=lambda known: known["pattern"][:30])
def test_as_on_a_device(known):
    if "cannot" in known:
        with pytest.raises(Cannot, match=known["cannot"]):
            pattern(known["pattern"])
    else:
        assert fits(known["text"], known["pattern"]) is known["fits"]


def nodes():
    one = st.sampled_from(["a", "b", "[ab]", "[^a]", "\\d", "."])
    more = lambda part: st.one_of(  # noqa: E731
        st.lists(part, min_size=1, max_size=3).map("".join),
        st.lists(part, min_size=1, max_size=3).map(lambda found: f"({'|'.join(found)})"),
        st.tuples(part, st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "{1,}"])).map(
            lambda two: f"(?:{two[0]})" + two[1]
        ),
    )
    return st.recursive(one, more, max_leaves=6)


@given(nodes(), st.text("ab1", max_size=8))
def test_it_says_what_a_backtracking_engine_says(wanted, text):
    assert fits(text, wanted) is (re.fullmatch(wanted, text) is not None)


@pytest.mark.parametrize("wanted", ["(a+)+b", "(a|a)*b", "(a*)*b", "(a|aa)+b", "(.*)*b", "((a+)(a+))+b"])
def test_what_others_never_finish_is_done_at_once(wanted):
    assert not fits("a" * 5_000, wanted) and fits("a" * 5_000 + "b", wanted)


@given(st.text(max_size=40))
def test_any_pattern_is_read_or_refused(wanted):
    try:
        pattern(wanted)
    except Cannot as why:
        assert str(why) in ("unlike", "large")
