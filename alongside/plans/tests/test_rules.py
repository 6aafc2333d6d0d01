"""What a section may hold, what publication needs, when a phase may begin: tables of examples."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.foundation.catalogues import catalogue
from alongside.foundation.messages import say
from alongside.plans import known
from alongside.plans.rules import Begun, basis, digest, faults_of, missing, phase_faults
from alongside.plans.rules.texts import (
    STAGES,
    About,
    Crisis,
    Goal,
    Objective,
    Part,
    Stage,
    Step,
    Strategies,
    Whole,
)  # fmt: skip
from tests import plans as planned

TODAY = date(2026, 11, 21)
LATER = TODAY + timedelta(days=90)
KNOWN = {"settings": known.settings(), "measures": known.measures(), "functions": known.plans()["functions"]}
OBJECTIVE = Objective("Stays", unit="minutes", baseline=1, criterion=2, due_on=LATER)


def faults(section):
    return faults_of(section, parts=known.part_keys("behaviour"), **KNOWN)


def codes(found):
    return [(f.code.split(".", 1)[1], f.field) for f in found]


@pytest.mark.parametrize("section", [*planned.behaviour_sections(), *planned.treatment_sections()[-1:]])
def test_what_the_plans_of_the_cast_say_is_sound(section):
    assert faults(section) == []


@pytest.mark.parametrize(
    ("section", "found"),
    [
        (About("x" * 1001), [("fault.long", "summary")]),
        (Part("nonsense", "x"), [("fault.no_such_part", "text")]),
        (Part("why", "x" * 20_001), [("fault.long", "text")]),
        (Goal(" "), [("fault.needed", "words")]),
        (Goal("g", objectives=(OBJECTIVE,) * 11), [("fault.objectives", "")]),
        (Goal("g", objectives=(Objective(""),)), [("fault.needed", "objective-0-text")]),
        (
            Goal("g", objectives=(OBJECTIVE, replace(OBJECTIVE, criterion=float("nan")))),
            [("fault.number", "objective-1-criterion")],
        ),
        (
            Goal("g", objectives=(replace(OBJECTIVE, baseline=float("inf"), comparator="=="),)),
            [("fault.number", "objective-0-baseline"), ("fault.choice", "objective-0-comparator")],
        ),
        (
            Goal("g", objectives=(replace(OBJECTIVE, sessions_in_a_row=0),)),
            [("fault.in_a_row", "objective-0-sessions_in_a_row")],
        ),
        (replace(planned.HANDS, name=""), [("fault.needed", "name")]),
        (replace(planned.HANDS, screen_name="x" * 81), [("fault.long", "screen_name")]),
        (replace(planned.HANDS, kind="habit"), [("fault.choice", "kind")]),
        (replace(planned.HANDS, measure="guess"), [("fault.choice", "measure")]),
        (replace(planned.HANDS, function="spite"), [("fault.choice", "function")]),
        (replace(planned.HANDS, pinned=-1), [("fault.pinned", "pinned")]),
        (replace(planned.HANDS, baseline=float("-inf")), [("fault.number", "baseline")]),
        (replace(planned.HANDS, baseline_to=date(2025, 1, 1)), [("fault.baseline_days", "baseline_to")]),
        (replace(planned.HANDS, settings={"steps": ["a", "b"]}), [("fault.no_such_setting", "steps")]),
        (Strategies(before=("x",) * 41), [("fault.lines", "before")]),
        (Strategies(after=("x", "y" * 301)), [("fault.line_long", "after")]),
        (Crisis((Step(""),)), [("fault.needed", "step-0-text")]),
        (Crisis((Step("x", "w" * 81),)), [("fault.long", "step-0-who")]),
        (Stage("boredom"), [("fault.choice", "stage")]),
        (Stage("calm", do=("x",) * 5), [("fault.card.do", "do")]),
        (Stage("calm", dont=("x",) * 4), [("fault.card.dont", "dont")]),
        (Stage("calm", say=("x", "y")), [("fault.card.say", "say")]),
        (Stage("calm", look=("x" * 141,)), [("fault.line_long", "look")]),
    ],
)
def test_what_is_wrong_with_a_section_is_named(section, found):
    assert codes(faults(section)) == found
    assert all(say(f.code, **f.values) for f in faults(section))


@pytest.mark.parametrize(
    ("measure", "settings", "found"),
    [
        ("whole_interval", {"interval_length": 0}, [("fault.setting.whole", "interval_length")]),
        ("partial_interval", {"interval_length": True}, [("fault.setting.whole", "interval_length")]),
        ("momentary", {"interval_count": 2881}, [("fault.setting.whole", "interval_count")]),
        ("trial", {"prompts": ["same", "same"]}, [("fault.setting.lines", "prompts")]),
        ("trial", {"prompts": [""]}, [("fault.setting.lines", "prompts")]),
        ("task_analysis", {"steps": ["only one"]}, [("fault.setting.lines", "steps")]),
        ("magnitude", {"anchors": ["0", "1", "2", "3"]}, [("fault.setting.lines", "anchors")]),
        ("magnitude", {"anchors": ["0", "1", "2", "3", "4"]}, []),
        ("rating", {"anchors": ["0", "1", "2", "3", "4"]}, [("fault.setting.lines", "anchors")]),
        ("latency", {"cue": "x" * 201}, [("fault.setting.line", "cue")]),
        ("trials_to_criterion", {"in_a_row": 3}, []),
    ],
)
def test_settings_fit_their_measure(measure, settings, found):
    assert codes(faults(replace(planned.HANDS, measure=measure, settings=settings))) == found


def whole(sections, kind):
    of = {t: tuple(s for s in sections if isinstance(s, t)) for t in (Part, Goal, type(planned.HANDS), Stage)}
    one = {t: next((s for s in sections if isinstance(s, t)), t()) for t in (About, Strategies, Crisis)}
    return Whole(kind, one[About], of[Part], of[Goal], of[type(planned.HANDS)], one[Strategies], one[Crisis], of[Stage])


def lacks(this):
    return missing(this, knowledge=known.plans(), settings=known.settings(), today=TODAY)


BEHAVIOUR = replace(whole(planned.behaviour_sections(), "behaviour"), about=About("New.", LATER))
TREATMENT = replace(
    whole(planned.treatment_sections(), "treatment"),
    about=About("New.", LATER),
    goals=(Goal("g", False, (OBJECTIVE,)),),
    interventions=planned.DONE,
)


def test_complete_plans_lack_nothing():
    assert lacks(BEHAVIOUR) == lacks(TREATMENT) == []


def without(target, **values):
    return {"targets": (replace(target, **values), planned.BREAKS if target is planned.HANDS else planned.HANDS)}


@pytest.mark.parametrize(
    ("plan", "changed", "code", "place"),
    [
        (BEHAVIOUR, {"about": About("", LATER)}, "summary", "about"),
        (BEHAVIOUR, {"about": About("New.")}, "review", "about"),
        (BEHAVIOUR, {"about": About("New.", TODAY)}, "review_past", "about"),
        (BEHAVIOUR, {"about": About("New.", TODAY + timedelta(days=185))}, "review_late", "about"),
        (BEHAVIOUR, {"parts": BEHAVIOUR.parts[1:]}, "part", "part-why"),
        (BEHAVIOUR, {"parts": (Part("why", " "), *BEHAVIOUR.parts[1:])}, "part", "part-why"),
        (BEHAVIOUR, {"targets": (planned.BREAKS,)}, "behaviour", "targets"),
        (BEHAVIOUR, {"targets": (planned.HANDS,)}, "replacement", "targets"),
        (BEHAVIOUR, without(planned.HANDS, definition=""), "definition", "target-new"),
        (BEHAVIOUR, without(planned.HANDS, examples=" "), "examples", "target-new"),
        (BEHAVIOUR, without(planned.BREAKS, non_examples=""), "non_examples", "target-new"),
        (BEHAVIOUR, without(planned.HANDS, baseline=None), "baseline", "target-new"),
        (BEHAVIOUR, without(planned.HANDS, baseline_to=None), "baseline", "target-new"),
        (BEHAVIOUR, without(planned.HANDS, function=""), "function", "target-new"),
        (BEHAVIOUR, without(planned.HANDS, measure="latency"), "cue", "target-new"),
        (BEHAVIOUR, {"strategies": replace(planned.STRATEGIES, during=())}, "during", "strategies"),
        (BEHAVIOUR, {"crisis": Crisis()}, "crisis", "crisis"),
        (BEHAVIOUR, {"card": BEHAVIOUR.card[:4] + (Stage("recovery", look=("x",)),)}, "card.do", "card-recovery"),
        (BEHAVIOUR, {"card": BEHAVIOUR.card[:4] + (Stage("recovery", do=("x",)),)}, "card.look", "card-recovery"),
        (TREATMENT, {"goals": ()}, "goal", "goals"),
        (TREATMENT, {"goals": (Goal("g"),)}, "objective", "goal-new"),
        *[
            (TREATMENT, {"goals": (Goal("g", False, (replace(OBJECTIVE, **lack),)),)}, f"objective_{code}", "goal-new")
            for code, lack in {
                "baseline": {"baseline": None}, "measure": {"unit": " "}, "criterion": {"criterion": None},
                "due": {"due_on": None}, "past": {"due_on": TODAY},
            }.items()
        ],
        *[
            (TREATMENT, {"parts": tuple(p for p in TREATMENT.parts if p.key != key)}, "part", f"part-{key}")
            for key in planned.TREATMENT_PARTS
        ],
    ],
)  # fmt: skip
def test_each_required_part_that_is_missing_is_named_with_its_place(plan, changed, code, place):
    [fault] = lacks(replace(plan, **changed))
    assert (fault.code, fault.place) == (f"plans.missing.{code}", place)


def test_an_empty_draft_names_everything_at_once():
    found = {f.code for f in lacks(Whole("behaviour"))}
    assert {"plans.missing.summary", "plans.missing.review", "plans.missing.behaviour", "plans.missing.crisis"} <= found
    assert sum(f.code == "plans.missing.card.do" for f in lacks(Whole("behaviour"))) == len(STAGES)


NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BASELINE = Begun("baseline", "Baseline", NOW - timedelta(days=30))
BREAKS = Begun("intervention", "Break card", NOW - timedelta(days=20))


@pytest.mark.parametrize(
    ("phase", "others", "found"),
    [
        (BASELINE, [], []),
        (BREAKS, [BASELINE], []),
        (replace(BREAKS, label=" "), [BASELINE], [("fault.needed", "label")]),
        (replace(BREAKS, condition="c"), [BASELINE], [("fault.choice", "condition")]),
        (replace(BREAKS, begins_at=NOW + timedelta(minutes=1)), [BASELINE], [("fault.later", "begins_at")]),
        (replace(BREAKS, begins_at=BASELINE.begins_at), [BASELINE], [("fault.phase_twice", "begins_at")]),
        (replace(BREAKS, begins_at=NOW), [BASELINE, BREAKS], [("fault.phase_same", "label")]),
        (replace(BREAKS, begins_at=NOW, label="BREAK CARD"), [BREAKS], [("fault.phase_same", "label")]),
        (replace(BREAKS, begins_at=NOW - timedelta(21)), [BASELINE, BREAKS], [("fault.phase_same", "label")]),
        (replace(BASELINE, begins_at=NOW), [BASELINE, BREAKS], []),
    ],
)
def test_when_a_phase_may_begin(phase, others, found):
    assert codes(phase_faults(phase, others=others, now=NOW)) == found


lines = some.lists(some.text(min_size=1, max_size=20), max_size=4).map(tuple)


@given(before=lines, during=lines, after=lines)
def test_two_sections_have_one_fingerprint_only_when_they_say_the_same(before, during, after):
    one, other = Strategies(before, during, after), Strategies(during, before, after)
    assert (basis(one) == basis(other)) == (one == other)
    assert basis(one) == digest(Strategies(before, during, after))[:16]


def test_everything_that_reviewed_knowledge_names_has_its_words():
    words = [f"plans.measure.{key}" for key in known.measures()]
    words += [f"plans.part.{key}.{what}" for key in known.plans()["part"] for what in ("name", "hint")]
    words += [f"plans.setting.{s['key']}.{what}" for s in known.settings() for what in ("name", "hint")]
    words += [f"plans.missing.{s['key']}" for s in known.settings() if s["required"]]
    words += [f"plans.function.{key}" for key in known.plans()["functions"]]
    assert all(catalogue("en").get(code) for code in words)
    assert {m for s in known.settings() for m in s["measures"]} <= set(known.measures())
