"""A version as PDF: all of it with what stands on it, its crisis page, sheets to fill in by hand."""

import pytest

from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans.models import Objective, PlanVersion
from alongside.plans.rules.signing import Line
from tests import plans as planned
from tests.papers import read, text_of


def printed(at, version, name, who="imani"):
    answer = at(who).get(f"/plans/versions/{version.pk}/{name}.pdf")
    assert answer.status_code == 200 and "Theo" not in answer["Content-Disposition"]
    return answer.content


def in_force(cast):
    return PlanVersion.objects.get(client=cast.theo, published_at__isnull=False, ended_at=None)


def test_a_plan_is_printed_with_signatures_reviews_and_readers(cast, at):
    version = planned.published(cast, kind="treatment")
    plans.note_signature(
        by=cast.imani, on=version, base=version.digest, capacity="caregiver", how="paper", name="June Bell",
        relation="mother", signed_on=planned.TODAY,
    )  # fmt: skip
    [objective] = Objective.objects.filter(version=version)
    plans.hold_review(
        by=cast.imani, on=version, reviewed_on=planned.TODAY, cause="due", took_part="Theo and June",
        lines=[Line(objective.pk, "change", "He is bored by it")], decision="continue",
        next_on=planned.IN_THREE_MONTHS, remark="Talked at the kitchen table.",
    )  # fmt: skip
    plans.acknowledge(by=cast.rosa, on=version)
    text = text_of(printed(at, version, "paper"))
    for words in (
        "June Bell", "mother", "He is bored by it", "Theo and June", "Talked at the kitchen table.", "Read and trained",
        "Rosa Delgado", "Prescriber", "Due by", "Signature", "Fingerprint",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("kind", ["treatment", "behaviour"])
def test_every_plan_says_first_whom_it_is_about_in_their_own_words(cast, at, kind):
    version = planned.published(cast, kind=kind)
    people.change(
        by=cast.imani, on=cast.theo.pk, own_words="I want to ride the train alone.", strengths="Knows every stop.",
        matters="Quiet mornings.", culture="Sunday lunch. Shouting feels unsafe.",
    )  # fmt: skip
    text = text_of(printed(at, version, "paper"))
    for words in ("I want to ride the train alone.", "Knows every stop.", "Quiet mornings.", "Shouting feels unsafe."):
        assert words in text, words


def test_what_nobody_signed_or_looked_over_says_so(cast, at):
    text = text_of(printed(at, planned.published(cast), "paper"))
    assert "Nobody has looked it over yet." in text and "Due by" in text and "not yet" in text


def test_a_restrictive_procedure_is_printed_with_who_agreed(cast, at):
    draft = planned.drafted(cast)
    line = planned.restricted(cast.imani, draft)
    planned.agreed(cast.imani, line, "committee", "consent")
    version = plans.publish(by=cast.imani, on=draft)
    text = text_of(printed(at, version, "paper"))
    assert "One token is taken back" in text and "June Bell, mother" in text and "Praise and extra tokens" in text
    assert "One token is taken back" in text_of(printed(at, version, "crisis"))


def test_the_crisis_page_is_one_page_with_steps_and_whom_to_call(cast, at):
    made = printed(at, planned.published(cast), "crisis", who="rosa")
    text = text_of(made)
    for words in ("In a crisis", "Clear the room. (Any staff)", "Call the supervisor.", "988", "911", "Do what helps"):
        assert words in text, words
    assert len(read(made).pages) <= 2
    treatment = planned.published(cast, kind="treatment")
    assert at("imani").get(f"/plans/versions/{treatment.pk}/crisis.pdf").status_code == 404


SHEETS = [
    ("count", "One stroke each time"), ("rate", "Total"), ("duration", "How long"), ("latency", "An instruction"),
    ("irt", "Since the one before"), ("partial_interval", "31–40"), ("whole_interval", "Watched"),
    ("momentary", "a stroke if it happens at its end"), ("trial", "gesture"), ("trials_to_criterion", "in a row: 3"),
    ("task_analysis", "Takes soap"), ("magnitude", "strong"), ("product", "How much"), ("rating", "half the time"),
    ("reported", "words in a minute"),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "said"), SHEETS)
def test_each_measure_has_a_sheet_that_somebody_can_fill_in(cast, at, measure, said):
    planned.target(cast, measure=measure)
    made = printed(at, in_force(cast), "data-sheets", who="rosa")
    text = text_of(made)
    assert said in text and f"Data sheet: Measured by {measure}" in text and "Who counts" in text
    assert "Data sheet: what came before and after" in text and "Did it happen?" in text


def test_long_names_and_many_steps_stay_on_the_page(cast, at):
    steps = [f"Step {n} " + "with many words " * 6 for n in range(1, 62)]
    settings = {"prompts": planned.PROMPTS, "steps": [step[:110] for step in steps]}
    planned.target(cast, measure="task_analysis", name="N" * 60, settings=settings)
    text = text_of(printed(at, in_force(cast), "data-sheets"))
    assert "Step 60" in text and "Take another sheet for 61 to 61." in text


def test_who_may_print_them(cast, at):
    version = planned.published(cast)
    for name in ("paper", "crisis", "data-sheets"):
        path = f"/plans/versions/{version.pk}/{name}.pdf"
        assert [at(who).get(path).status_code for who in ("dev", "ben")] == [403, 403]
