"""Interventions as lines of a treatment plan: what they may say, what they lack, how they are kept and shown."""

import pytest
from django.db import IntegrityError, transaction

from alongside.foundation.errors import Unacceptable
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans import queries, reading, telling
from alongside.plans.models import InterventionLine, PlanVersion
from alongside.plans.rules import basis, digest, interventions, texts
from tests import plans as planned

GOAL = texts.Goal("To ride the train.", objectives=(texts.Objective("Waits"), texts.Objective("Pays")))
ROW = texts.Intervention("Practices waiting", "TSS", 3, 90, "School", "1.1")


def whole(*rows):
    return texts.Whole(kind="treatment", goals=(GOAL,), interventions=texts.Interventions(rows))


def test_objectives_have_the_numbers_that_are_read():
    assert interventions.numbers([GOAL, GOAL]) == [("1.1", "Waits"), ("1.2", "Pays"), ("2.1", "Waits"), ("2.2", "Pays")]


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([ROW], []),
        ([], ["interventions"]),
        ([texts.Intervention("A", "", 3, 90, "", "1.1")], ["intervention_who"]),
        ([texts.Intervention("A", "TSS", None, 90, "", "1.1")], ["intervention_often"]),
        ([texts.Intervention("A", "TSS", 3, None, "", "1.1")], ["intervention_often"]),
        ([texts.Intervention("A", "TSS", 3, 90, "", "4.2")], ["intervention_objective"]),
        ([texts.Intervention("A")], ["intervention_who", "intervention_often", "intervention_objective"]),
    ],
)
def test_what_is_missing_is_named(rows, codes):
    assert [fault.code for fault in interventions.missing(whole(*rows))] == [f"plans.missing.{code}" for code in codes]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (texts.Intervention(" "), "plans.fault.needed"),
        (texts.Intervention("x" * 301), "plans.fault.long"),
        (texts.Intervention("x", times_a_week=71), "plans.fault.pinned"),
        (texts.Intervention("x", minutes=0), "plans.fault.pinned"),
    ],
)
def test_what_may_not_be_written(row, code):
    assert [fault.code for fault in interventions.written_faults(texts.Interventions((row,)))] == [code]


def test_a_plan_published_before_there_were_any_keeps_its_digest():
    assert digest(whole()) != digest(whole(ROW))
    without = texts.Whole(kind="treatment", goals=(GOAL,))
    assert digest(without) == digest(whole())


def test_they_are_written_published_and_then_never_changed(cast):
    version = planned.published(cast, kind="treatment")
    assert reading.interventions(version.pk) == planned.DONE
    with pytest.raises(IntegrityError, match="published"), transaction.atomic():
        InterventionLine.objects.create(version=version, client_id=version.client_id, number=2, what="More")
    draft = plans.draft(by=cast.imani, on=version.plan_id)
    assert reading.interventions(draft.pk) == planned.DONE


def test_a_treatment_plan_without_any_is_not_published(cast):
    draft = planned.drafted(cast, kind="treatment")
    plans.write(by=cast.imani, on=draft, section=texts.Interventions(), base=basis(planned.DONE))
    with pytest.raises(Unacceptable) as no:
        plans.publish(by=cast.imani, on=draft)
    assert [fault.code for fault in no.value.faults] == ["plans.missing.interventions"]


def test_two_versions_stand_side_by_side_with_them(cast):
    version = planned.published(cast, kind="treatment")
    draft = plans.draft(by=cast.imani, on=version.plan_id)
    plans.write(by=cast.imani, on=draft, section=texts.About("More.", planned.IN_THREE_MONTHS))
    more = texts.Interventions((*planned.DONE.rows, ROW))
    plans.write(by=cast.imani, on=draft, section=more, base=basis(planned.DONE))
    plans.publish(by=cast.imani, on=draft)
    shown = queries.compare(by=cast.imani, on=version.plan_id)
    pair = next(p for p in telling.side_by_side(shown.old, shown.new) if p.place == "interventions")
    assert [line.text for line in pair.new if line.new] == [
        "Practices waiting · TSS · 3 times a week, 90 minutes · School · for 1.1"
    ]


def test_writing_them_on_the_page(cast, at):
    draft = planned.drafted(cast, kind="treatment")
    address = f"/plans/versions/{draft.pk}/sections/interventions/"
    page = at("imani").get(address).content.decode()
    assert "Practices staying in class" in page and "1.1 Stays in class" in page
    said = {
        "client": cast.theo.pk, "base": basis(planned.DONE), "intervention-0-what": "Reads together",
        "intervention-0-who": "TSS", "intervention-0-times_a_week": "2", "intervention-0-minutes": "30",
        "intervention-0-objective": "1.1",
    }  # fmt: skip
    answer = at("imani").post(address, said)
    assert answer.status_code == 303, answer.content.decode()
    [row] = reading.interventions(draft.pk).rows
    assert (row.what, row.times_a_week, row.minutes) == ("Reads together", 2, 30)
    assert at("imani").post(address, {**said, "intervention-0-minutes": "no"}).status_code == 422
    plans.publish(by=cast.imani, on=PlanVersion.objects.get(pk=draft.pk).pk)
    page = at("rosa").get(f"/clients/{cast.theo.pk}/plans/").content.decode()
    assert "Reads together" in page and "2 times a week, 30 minutes" in page


def test_what_the_person_page_says_is_read_on_the_plan_and_typed_once(cast, at):
    planned.published(cast, kind="treatment")
    said = {"own_words": "I go where the beans are.", "matters": "Quiet.", "culture": "Sunday lunch."}
    people.change(by=cast.imani, on=cast.theo.pk, strengths="Maps.", **said)
    page = at("rosa").get(f"/clients/{cast.theo.pk}/plans/").content.decode()
    assert all(text in page for text in ("Maps.", *said.values()))
