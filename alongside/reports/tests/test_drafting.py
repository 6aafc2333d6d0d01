"""What each reader is told: parts, sentences, figures."""

from datetime import date, timedelta

import pytest

from alongside.foundation.errors import Unacceptable
from alongside.foundation.moments import today
from alongside.outcomes import actions as outcomes
from alongside.plans import actions
from alongside.plans.lookups import targets_of
from alongside.plans.models import OtherChange
from alongside.reports.models import READERS
from alongside.reports.tests import scenes
from alongside.reports.tests.scenes import body, text
from tests import plans


def test_each_part_is_drafted_from_the_visits(cast):
    said = text(scenes.drafted(cast))
    assert (
        "Before the plan it was usually 6.2 times an hour. That is the middle of 5 visits, 2 Mar 2026 to 6 Mar 2026."
        in said
    )
    assert "Now it is usually 2.2 times an hour. That is the middle of 9 visits, 7 Mar 2026 to 15 Mar 2026." in said
    assert "We see a real change for the better. When we say this, we are wrong about 7 times in 100." in said
    assert "Show the day in pictures." in said and "We met 14 times, 14 hours in all." in said


def test_another_span_tells_of_other_visits(cast):
    said = text(scenes.drafted(cast, last_day=date(2026, 3, 11)))
    assert "That is the middle of 5 visits, 7 Mar 2026 to 11 Mar 2026" in said


def test_a_target_without_a_baseline_is_compared_with_nothing(cast):
    said = text(scenes.drafted(cast, phases={"Baseline": (3.0, 4.0)}))
    assert "There is nothing from before to compare it with." in said


def test_too_few_visits_decide_nothing(cast):
    said = text(scenes.drafted(cast, phases={"Baseline": (6.0, 7.0, 6.5), "Plan": (2.0, 1.0)}))
    assert "It is too early to say if it changes." in said


def test_what_became_worse_is_said(cast):
    phases = {"Baseline": (2.0, 2.2, 1.9, 2.1, 2.0), "Plan": (8.0, 8.5, 8.1, 7.9, 8.8, 8.2, 8.0, 8.6)}
    assert "It has become harder." in text(scenes.drafted(cast, phases=phases))


@pytest.mark.parametrize("reader", READERS)
def test_each_reader_gets_their_parts_and_no_more(cast, reader):
    report = scenes.drafted(cast, reader)
    keys = {section["key"].partition("-")[0] for section in body(report)["sections"]}
    expected = {
        "family": {"opening", "objective", "helps", "attendance", "next"},
        "school": {"opening", "objective", "helps", "next", "limits"},
        "court": {"opening", "sources", "objective", "attendance", "next", "limits"},
        "payer": {"opening", "services", "objective", "attendance", "next", "limits"},
    }
    assert keys == expected[reader]
    assert bool(body(report)["head"]["diagnosis"]) is (reader == "payer" and bool(cast.theo.diagnosis))
    assert ("NAP" in text(report)) is (reader in ("court", "payer"))
    assert ("H2014" in text(report)) is (reader == "payer")


def test_family_reads_it_in_spanish(cast):
    said = text(scenes.drafted(cast, language="es"))
    assert (
        "Antes del plan era por lo general 6.2 veces por hora. Es el valor central de 5 visitas" in said
        and " of " not in said
    )
    assert "Vemos un cambio real para mejor." in said and "The" not in said.replace("Theodore", "")


def test_a_language_without_sentences_is_refused(cast):
    with pytest.raises(Unacceptable, match="language"):
        scenes.drafted(cast, "court", language="es")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"last_day": date(2026, 2, 1)}, "span"),
        ({"last_day": date(2200, 1, 1)}, "future"),
        ({"objectives": []}, "objectives"),
    ],
)
def test_a_report_that_cannot_be_is_refused(cast, wrong, code):
    with pytest.raises(Unacceptable, match=code):
        scenes.drafted(cast, **wrong)


def test_what_was_chosen_by_the_team_is_told_and_what_it_is_worth(cast):
    target = scenes.scene(cast).target
    objective = scenes.aimed(cast, target)
    outcomes.decide(by=cast.imani, on=objective.pk, choice="mastered", reason="Ten school days in a row")
    day = today("America/New_York")
    report = scenes.drafted(cast, objectives=[target.pk], last_day=day)
    said = text(report)
    assert "That is 4 times an hour less than before." in said
    assert "Keep this in mind: Some figures come from older records. One person did all the counting." in said
    assert "the team chose to end it, as it is learned." in said and "Ten school days" not in said
    [facts] = [section["facts"] for section in body(report)["sections"] if section["key"].startswith("objective")]
    assert any("Ten school days in a row" in fact for fact in facts)


@pytest.mark.parametrize("reader", READERS)
def test_a_flat_line_under_a_plan_not_carried_out_says_so(cast, reader):
    flat = {"Baseline": (6.2, 5.0, 7.1, 6.4, 5.4), "Break card": (6.0, 5.2, 6.9, 6.1, 5.8, 6.3)}
    one = scenes.scene(cast, flat, concerns_school=True)
    objective = scenes.aimed(cast, one.target)
    for session in one.sessions[5:8]:
        scenes.watched(cast, objective, session, 6)
    said = text(scenes.drafted(cast, reader, objectives=[one.target.pk]))
    assert "not carried out as written" in said or "not carried out the way it was written" in said
    assert "60" in said


def test_a_school_is_told_only_of_what_is_marked(cast):
    target = scenes.scene(cast).target
    with pytest.raises(Unacceptable, match="unmarked"):
        scenes.drafted(cast, "school", objectives=[target.pk])
    actions.mark_school(by=cast.imani, on=target.pk, concerns=True)
    said = text(scenes.drafted(cast, "school", objectives=[target.pk]))
    assert "Not in this report, because it is not needed for support at school: diagnoses;" in said


@pytest.mark.parametrize(("reader", "named"), [("family", True), ("school", False), ("court", False), ("payer", False)])
def test_what_else_changed_is_named_only_where_it_is_needed(cast, reader, named):
    OtherChange.objects.create(
        client=cast.theo, kind="medication", label="Guanfacine begun", at=scenes.AT + timedelta(days=8)
    )
    report = scenes.drafted(cast, reader)
    assert ("Guanfacine" in str(body(report))) is named
    assert "10 Mar 2026" in text(report)


def test_what_is_left_out_is_counted(cast):
    plans.published(cast)
    known = len(targets_of(cast.theo.pk))
    report = scenes.drafted(cast, "court")
    assert known and f"{known} more things that are measured" in text(report)
    assert sum(section["key"].startswith("objective") for section in body(report)["sections"]) == 1
