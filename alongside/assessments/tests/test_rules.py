"""Evidence, gaps, hypotheses, tools: by example and by invariant."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.assessments.known import known
from alongside.assessments.rules.evidence import Record, gathered
from alongside.assessments.rules.gaps import gaps
from alongside.assessments.rules.hypotheses import hypotheses, leading
from alongside.assessments.rules.observers import compared
from alongside.assessments.rules.tools import Result, points

MONDAY = datetime(2026, 3, 2, 9, 0)


def record(occurred, before="", after="", *, at=MONDAY, stream=1, observer="rosa", **more):
    details = {"antecedent": before, "consequence": after, **more}
    return Record(at, stream, occurred, observer, {k: v for k, v in details.items() if v})


def asked(records, watched=()):
    found = gathered(records, watched, known())
    return found, hypotheses(records, found, known())


def by_function(found):
    return {one.function: one for one in found}


ESCAPE = [record(True, "demand", "break", effect="stopped")] * 14 + [record(True, "peer", "ignored", effect="same")] * 2
NOTHING = [record(False, "attention_away", "none")] * 12 + [record(False, "demand", "none")] * 3


def test_a_plain_contingency_is_found_and_only_that_one():
    _, found = asked(ESCAPE + NOTHING)
    assert found[0].function == "escape" and found[0].strength == "supported" and leading(found) == "escape"
    assert [point.code for point in found[0].pros] == [
        f"assessments.point.{one}" for one in ("before", "after", "calmed")
    ]
    assert by_function(found)["attention"].strength == "against"


def test_a_consequence_that_comes_anyway_supports_nothing():
    records = [record(True, "demand", "attention")] * 20 + [record(False, "demand", "attention")] * 20
    _, found = asked(records)
    assert by_function(found)["attention"].strength == "none" and by_function(found)["escape"].strength == "none"
    assert leading(found) == "unclear"


def test_without_samples_or_with_too_few_nothing_is_compared():
    for records in (ESCAPE, ESCAPE[:4] + NOTHING, []):
        _, found = asked(records)
        assert {one.strength for one in found} == {"unknown"} and leading(found) == "unclear"


def test_two_functions_alike_are_several():
    records = [*ESCAPE, *[record(True, "denied", "item", effect="stopped")] * 14, *NOTHING]
    records += [record(False, "alone", "none")] * 12 + [record(False, "denied", "none")]
    assert leading(asked(records)[1]) == "multiple"


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], ["nothing"]),
        (ESCAPE[:3], ["too_few", "no_samples", "one_observer", "no_setting", "unwatched", "descriptive"]),
        (ESCAPE[:7] + NOTHING[:2], ["few", "few_samples", "one_observer", "no_setting", "unwatched", "descriptive"]),
        ([record(True, narrative="He left.")], ["too_few", "no_samples", "one_observer", "no_setting", "words_only",
                                                "unwatched", "descriptive"]),
    ],
)  # fmt: skip
def test_gaps(records, expected):
    found = [gap.code.rsplit(".")[-1] for gap in gaps(gathered(records, (), known()), known())]
    assert found == expected


def test_much_and_wide_leaves_only_that_records_show_no_cause():
    where = [{"setting": "home", "observer": "ben"}, {"setting": "school", "observer": "rosa"}]
    records = [
        record(n % 2 == 0, "demand", "break", at=MONDAY + timedelta(minutes=n), **where[n % 3 == 0]) for n in range(60)
    ]
    found = gathered(records, [(MONDAY, MONDAY + timedelta(hours=2))], known())
    twice = compared(records, records, known())
    assert [gap.code for gap in gaps(found, known(), twice)] == ["assessments.gap.descriptive"]
    assert [gap.code for gap in gaps(found, known())][0] == "assessments.gap.unseen"


def test_chains_and_runs():
    found, _ = asked(ESCAPE + NOTHING)
    assert [(c.before, c.after, c.count, c.calmed, c.told) for c in found.chains] == [
        ("demand", "break", 14, 14, 14), ("peer", "ignored", 2, 0, 2),
    ]  # fmt: skip
    assert found.runs[0] == (("demand", "demand", "demand"), 12)


def test_typed_notes_count_alike_whatever_their_case():
    found, _ = asked([record(True, activity="Math "), record(False, activity="math")])
    assert [(line.note, line.found.given.of) for line in found.beside["activity"]] == [("math", 2)]


def test_a_tool_stands_beside_and_never_decides():
    def result(scale, total, tool="qabf"):
        return Result(1, tool, scale, total, date(2026, 3, 1))

    clear = points([result("escape", 5), result("attention", 2)], known())
    assert [(of, point.side) for of, point in clear] == [("escape", "for")]
    blurred = points([result("escape", 5), result("attention", 4)], known())
    assert [(of, point.side) for of, point in blurred] == [("escape", "open")]
    assert points([result("escape", 0)], known()) == [] and points([result("escape", 5, "psc-17")], known()) == []
    fast = points([result("social_positive", 4, "fast")], known())
    assert [of for of, _ in fast] == ["attention", "tangible"]
    found = gathered([], (), known())
    assert {one.strength for one in hypotheses([], found, known(), tools=clear)} == {"unknown"}


drawn = some.tuples(
    some.booleans(), some.sampled_from(["demand", "denied", "alone", ""]),
    some.sampled_from(["break", "item", "none", ""]), some.sampled_from(["stopped", "same", ""]),
)  # fmt: skip


@given(some.lists(drawn, max_size=30))
def test_whatever_was_recorded_every_function_has_one_line(rows):
    seen = [record(occurred, before, after, effect=effect) for occurred, before, after, effect in rows]
    found, lines = asked(seen)
    assert sorted(one.function for one in lines) == sorted(known()["functions"])
    assert found.occurrences + found.samples == found.n
    assert sum(chain.count for chain in found.chains) <= found.occurrences
    assert leading(lines) in known()["decided"]
