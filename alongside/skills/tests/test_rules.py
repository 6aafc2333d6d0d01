"""When a step counts as learned: tables of examples, and what is true of every story."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.foundation import reference
from alongside.skills.rules import Rule, Step, Tried, chained, counts, meets, read, replay, share
from alongside.skills.rules.checking import rule_faults, step_faults, way_faults
from alongside.skills.rules.moving import not_turned_down, probe_passed, proposed, to_teach_again

DAY = date(2026, 11, 2)
EIGHTY = Rule(">=", 80, sessions=3, of=3, least=5, back_at=0)


def tries(*values, staff="rosa", setting="school", opportunities=10):
    return [
        Tried(n, DAY + timedelta(days=n), staff, setting, value, opportunities, n) for n, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("rule", "values", "state"),
    [
        (EIGHTY, (80, 90, 100), "met"),
        (EIGHTY, (80, 79, 90, 100), "not_yet"),
        (EIGHTY, (100, 100), "not_yet"),
        (EIGHTY, (), "not_yet"),
        (EIGHTY, (100, 100, 100, 20), "not_yet"),
        (EIGHTY, (50, 0, 0, 0), "back"),
        (EIGHTY, (0, 0, 10), "not_yet"),
        (EIGHTY, (90, None, 90, 90), "met"),
        (replace(EIGHTY, back_at=None), (0, 0, 0), "not_yet"),
        (replace(EIGHTY, sessions=3, of=5), (90, 10, 90, 10, 90), "met"),
        (replace(EIGHTY, sessions=3, of=5), (90, 90, 10, 10, 10, 90), "not_yet"),
        (replace(EIGHTY, sessions=2, of=2, back_sessions=2), (0, 0), "back"),
        (Rule("<=", 10, sessions=2, of=2), (12, 10, 9), "met"),
        (Rule("<=", 10, sessions=2, of=2, back_at=60), (70, 65, 60), "back"),
        (Rule("<=", 0, sessions=3, of=3), (0, 0, 0), "met"),
    ],
)
def test_how_a_step_stands(rule, values, state):
    assert read(rule, tries(*values)).state == state


def test_a_visit_with_too_few_opportunities_is_passed_over():
    some = tries(90, 90) + tries(0, opportunities=4) + tries(90)
    found = read(EIGHTY, some)
    assert (found.state, found.too_few, len(found.good)) == ("met", 1, 3)


def test_people_and_places_are_counted_over_the_whole_stretch():
    rule = replace(EIGHTY, staff=2, settings=2)
    some = tries(90, 90, 90, 90)
    found = read(rule, some)
    assert [(one.code, one.have, one.need) for one in found.lacks] == [("staff", 1, 2), ("settings", 1, 2)]
    some.append(replace(some[-1], session=9, staff="ben", setting="home"))
    found = read(rule, some)
    assert (found.state, found.staff, found.settings, len(found.good)) == ("met", 2, 2, 5)


def test_what_is_missing_is_said_in_numbers():
    [lack] = read(EIGHTY, tries(90, 10, 90)).lacks
    assert (lack.code, lack.have, lack.need) == ("sessions", 2, 3)


patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
RULES = st.builds(
    lambda comparator, criterion, of, good, staff, settings, least: Rule(
        comparator, criterion, min(good, of), of, staff, settings, least
    ),
    st.sampled_from([">=", "<="]), st.floats(0, 100), st.integers(1, 6), st.integers(1, 6), st.integers(1, 3),
    st.integers(1, 3), st.integers(0, 12),
)  # fmt: skip
STORIES = st.lists(
    st.builds(
        lambda value, staff, setting, opportunities: Tried(0, DAY, staff, setting, value, opportunities),
        st.one_of(st.none(), st.floats(0, 100)), st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(0, 12),
    ),
    max_size=25,
)  # fmt: skip


@patient
@given(RULES, STORIES, STORIES)
def test_what_was_learned_stays_learned_while_it_is_done_well(rule, story, more):
    if read(rule, story).state == "met":
        good = [one for one in more if counts(rule, one) and meets(rule, one.value)]
        assert read(rule, story + good).state == "met"


@patient
@given(RULES, STORIES, STORIES)
def test_what_does_not_count_changes_nothing(rule, story, more):
    beside = [one for one in more if not counts(rule, one)]
    assert replace(read(rule, story + beside), too_few=0) == replace(read(rule, story), too_few=0)


@patient
@given(RULES, STORIES)
def test_met_holds_what_the_rule_asks(rule, story):
    found = read(rule, story)
    if found.state == "met":
        assert len(found.good) >= rule.sessions
        assert (found.staff >= rule.staff) and (found.settings >= rule.settings)
        assert all(meets(rule, one.value) and one.opportunities >= rule.least for one in found.good)
        assert not found.lacks
    else:
        assert found.lacks


@patient
@given(RULES, STORIES, st.integers(1, 5))
def test_a_replay_moves_only_after_sessions_that_were_and_in_time(rule, story, steps):
    moves = replay(lambda step: rule, lambda step: story, steps=steps)
    assert [move.at for move in moves] == sorted({move.at for move in moves})
    assert all(1 <= move.after <= steps and abs(move.after - move.before) <= 1 for move in moves)
    assert [move.mastered for move in moves].count(True) <= 1


@patient
@given(RULES, STORIES)
def test_a_stricter_rule_never_moves_sooner(rule, story):
    harder = replace(rule, criterion=rule.criterion + (1 if rule.comparator == ">=" else -1))
    first = replay(lambda step: rule, lambda step: story, steps=1)
    second = replay(lambda step: harder, lambda step: story, steps=1)
    assert not second or (first and first[0].at <= second[0].at)


def test_a_replay_counts_anew_after_each_move():
    moves = replay(lambda step: EIGHTY, lambda step: tries(*[90] * 7), steps=3)
    assert [(move.at, move.before, move.after) for move in moves] == [(2, 1, 2), (5, 2, 3)]


def test_a_chain_is_taught_in_its_order():
    names = ["Wets", "Soaps", "Rinses"]
    assert [step.of for step in chained(names, "forward")] == [1, 2, 3]
    assert [step.text for step in chained(names, "backward")] == ["Rinses", "Soaps", "Wets"]
    assert chained(names, "total") == ()


LEVELS = ["independent", "gesture", "verbal", "model"]
ANSWERS = {(1, "correct", ""): 3, (1, "prompted", "gesture"): 1, (2, "prompted", "verbal"): 2, (2, "incorrect", ""): 2}


@pytest.mark.parametrize(
    ("prompt", "of", "expected"),
    [
        ("", 0, (37.5, 8)), ("gesture", 0, (50.0, 8)), ("verbal", 0, (75.0, 8)), ("", 1, (75.0, 4)),
        ("gesture", 1, (100.0, 4)), ("verbal", 2, (50.0, 4)), ("", 3, (None, 0)), ("unknown", 1, (75.0, 4)),
    ],
)  # fmt: skip
def test_how_much_help_still_counts(prompt, of, expected):
    assert share(ANSWERS, levels=LEVELS, prompt=prompt, of=of) == expected


KNOWN, PROMPTING = reference.load("mastery"), reference.load("prompting")


@pytest.mark.parametrize("measure", list(KNOWN["measure"]))
def test_every_measure_has_a_rule_that_is_sound(measure):
    how = KNOWN["measure"][measure]
    for comparator in how["comparators"]:
        rule = Rule(comparator, how["most"] / 2, back_at=0 if comparator == ">=" else how["most"])
        assert rule_faults(rule, measure=measure, levels=LEVELS, known=KNOWN) == []
        prompt = rule_faults(replace(rule, prompt="verbal"), measure=measure, levels=LEVELS, known=KNOWN)
        assert bool(prompt) is not how.get("helped", False)


def test_every_measure_but_narratives_can_be_taught():
    assert set(reference.load("measures")["measure"]) - set(KNOWN["measure"]) == {"abc"}


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"comparator": "<="}, "comparator", "comparator"), ({"criterion": 101}, "criterion", "criterion"),
        ({"criterion": -1}, "criterion", "criterion"), ({"sessions": 4}, "of", "of"), ({"sessions": 0}, "of", "of"),
        ({"of": 21}, "sessions", "of"), ({"staff": 0}, "between", "staff"), ({"settings": 11}, "between", "settings"),
        ({"prompt": "shout"}, "prompt", "prompt"), ({"back_at": 90}, "back", "back_at"),
        ({"back_sessions": 0}, "between", "back_sessions"), ({"least": -1}, "between", "least"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_is_refused(changed, code, field):
    rule = replace(EIGHTY, **{"back_at": None, **changed})
    [fault] = rule_faults(rule, measure="trial", levels=LEVELS, known=KNOWN)
    assert (fault.code, fault.field) == (f"skills.fault.{code}", field)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([Step("")], "empty_step"), ([Step("a"), Step("A")], "step_twice"), ([Step("a" * 201)], "long_step"),
        ([Step("a", "shout")], "step_prompt"), ([Step(str(n)) for n in range(41)], "many_steps"),
    ],
)  # fmt: skip
def test_steps_that_cannot_be_are_refused(steps, code):
    assert [f.code for f in step_faults(steps, levels=LEVELS, most=40)] == [f"skills.fault.{code}"]
    assert step_faults([Step("a", "gesture"), Step("a")], levels=LEVELS, most=40) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"hierarchy": "magic"}, "choice"), ({"seconds": (4, 2)}, "seconds"), ({"seconds": (31,)}, "seconds"),
        ({"chaining": "forward"}, "chaining"), ({"weeks": (2, 1)}, "weeks"), ({"weeks": (0,)}, "weeks"),
        ({"kinds": ("kept",)}, "choice"),
    ],
)  # fmt: skip
def test_ways_that_cannot_be_are_refused(changed, code):
    sound = {"hierarchy": "least_to_most", "seconds": (0, 4), "chaining": "", "weeks": (1, 2), "kinds": ("staff",)}
    assert way_faults(**sound, measure="trial", prompting=PROMPTING, known=KNOWN) == []
    [fault] = way_faults(**{**sound, **changed}, measure="trial", prompting=PROMPTING, known=KNOWN)
    assert fault.code == f"skills.fault.{code}"


def test_what_is_proposed():
    good, bad = read(EIGHTY, tries(90, 90, 90)), read(EIGHTY, tries(0, 0, 0))
    assert (proposed(good, step=1, steps=2).kind, proposed(good, step=2, steps=2).kind) == ("forward", "mastered")
    assert (proposed(bad, step=2, steps=2).kind, proposed(bad, step=1, steps=2)) == ("back", None)
    assert proposed(read(EIGHTY, tries(90)), step=1, steps=2) is None


def test_what_was_turned_down_comes_again_with_the_next_visit():
    found = proposed(read(EIGHTY, tries(90, 90, 90)), step=1, steps=2)
    assert not_turned_down(found, [("forward", found.upto)]) is None
    assert not_turned_down(found, [("forward", found.upto - 1), ("back", found.upto)]) is found


def test_a_probe_that_was_not_met_speaks_for_teaching_again():
    assert to_teach_again(EIGHTY, tries(90, 40), step=2).kind == "reteach"
    assert to_teach_again(EIGHTY, tries(40, 90), step=2) is None
    assert to_teach_again(EIGHTY, tries(40, opportunities=1), step=2) is None
    assert [probe_passed(EIGHTY, one) for one in tries(90, 40, None)] == [True, False, None]
