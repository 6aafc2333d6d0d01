"""Fidelity: the checklist, what may be said, what stands, the series, how often somebody looked, the pages."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.fidelity import actions, asking, lookups, queries, rules
from alongside.fidelity.models import Check, Score
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.plans.models import Target
from alongside.sessions import actions as sessions
from alongside.sessions.models import Session
from tests import plans as planned

STEPS = (rules.Step("a", "before", "A."), rules.Step("b", "during", "B."), rules.Step("c", "crisis", "C."))


def test_the_checklist_stands_in_the_order_of_a_session():
    strategies = [("3", "after", "Praise."), ("1", "before", "Show."), ("2", "during", "Wait.")]
    found = rules.checklist(strategies, [("teaching", "Model twice. Then wait 10 s.\nFade.")], [("9", "Clear.")])
    assert [(step.key, step.moment, step.text) for step in found] == [
        ("1", "before", "Show."), ("2", "during", "Wait."), ("3", "after", "Praise."),
        ("teaching-1", "teaching", "Model twice."), ("teaching-2", "teaching", "Then wait 10 s."),
        ("teaching-3", "teaching", "Fade."), ("9", "crisis", "Clear."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("results", "share"),
    [
        (["yes"] * 4 + ["no"], 80.0), (["yes", "no", "na"], 50.0), (["na", "na"], None), (["no"], 0.0),
        (["yes", "yes", "no"], 200 / 3),
    ],
)  # fmt: skip
def test_integrity_is_correct_of_applicable(results, share):
    found = rules.percent(*rules.scored(results))
    assert found == (pytest.approx(share) if share is not None else None)


@given(st.lists(st.sampled_from(["yes", "no", "na"]), max_size=40))
def test_integrity_is_a_percentage_and_what_did_not_apply_counts_for_nothing(results):
    share = rules.percent(*rules.scored(results))
    assert share == rules.percent(*rules.scored([one for one in results if one != "na"]))
    assert share is None or 0 <= share <= 100


@pytest.mark.parametrize(
    ("results", "codes"),
    [
        ({"a": "yes", "b": "no", "c": "na"}, []),
        ({"a": "yes", "b": "no"}, ["fidelity.fault.answer"]),
        ({"a": "yes", "b": "no", "c": "maybe"}, ["fidelity.fault.answer"]),
        ({"a": "na", "b": "na", "c": "na"}, ["fidelity.fault.nothing"]),
        ({"a": "yes", "b": "no", "c": "na", "d": "yes"}, ["fidelity.fault.step"]),
    ],
)
def test_every_step_is_answered_and_no_other(results, codes):
    assert [fault.code for fault in rules.faults(STEPS, results)] == codes


@pytest.mark.parametrize(
    ("kind", "own", "who", "code"),
    [
        ("observer", False, "", None), ("observer", True, "", "own"), ("self", True, "", None),
        ("self", False, "", "not_own"), ("caregiver", True, "June", None), ("caregiver", False, "", "who"),
        ("else", False, "", "kind"),
    ],
)  # fmt: skip
def test_who_may_say_what(kind, own, who, code):
    found = [fault.code for fault in rules.who_faults(kind, own=own, who=who)]
    assert found == ([f"fidelity.fault.{code}"] if code else [])


@pytest.fixture
def version(cast):
    with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
        return planned.published(cast)


@pytest.fixture
def session(cast, version):
    return visit(cast)


def visit(cast, *, minutes=60, end=True):
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=minutes)
    made = sessions.start(
        by=cast.rosa, on=cast.theo.pk, id=uuid7(), began_at=began, programme_id=cast.programme.pk,
        site_id=cast.site.pk, overlap_reason="Several in one test.",
    )  # fmt: skip
    if end:
        sessions.end(by=cast.rosa, on=made, ended_at=began + timedelta(minutes=10))
    return Session.objects.get(pk=made.pk)


def results_of(session, *wrong, applies=None):
    version = asking.version_of(session)
    steps = asking.steps_of(version)
    return {
        step.key: "no" if n in wrong else "yes" if applies is None or n < applies else "na"
        for n, step in enumerate(steps)
    }  # fmt: skip


def check(cast, session, *wrong, by=None, kind="observer", **said):
    results = said.pop("results", None) or results_of(session, *wrong)
    return actions.check(by=by or cast.imani, on=session, id=uuid7(), kind=kind, results=results, **said)


def test_a_check_is_kept_with_its_steps_as_they_were_read(cast, session):
    made = check(cast, session, 1)
    assert (made.kind, made.who, made.scored_as) == ("observer", "Rosa Delgado", "Imani Okafor, LPC")
    assert made.applicable == Score.objects.filter(check_row=made).count() and made.correct == made.applicable - 1
    missed = Score.objects.get(check_row=made, result="no")
    assert (missed.moment, missed.text) == ("before", "Offer two choices before each task.")
    [entry] = Entry.objects.filter(verb="fidelity.check")
    assert (entry.subject_id, entry.client_id) == (made.pk, cast.theo.pk)


def test_a_form_sent_twice_counts_once(cast, session):
    id, results = uuid7(), results_of(session)
    for _ in range(2):
        actions.check(by=cast.imani, on=session, id=id, kind="observer", results=results)
    assert Check.objects.count() == 1


@pytest.mark.parametrize("who", ["ben", "nadia", "dev", "hana", "quinn", "amara", "ada"])
def test_who_may_not_score(cast, session, who):
    with pytest.raises(Refused):
        check(cast, session, by=getattr(cast, who))


def test_rosa_scores_herself_and_a_caregiver_and_observes_nobody(cast, session):
    assert check(cast, session, by=cast.rosa, kind="self").who == "Rosa Delgado"
    assert check(cast, session, by=cast.rosa, kind="caregiver", who="June Bell, mother").who == "June Bell, mother"
    with pytest.raises(Unacceptable) as no:
        check(cast, session, by=cast.rosa)
    assert [fault.code for fault in no.value.faults] == ["fidelity.fault.own"]


def test_without_a_plan_there_is_nothing_to_score(cast):
    lone = visit(cast)
    with pytest.raises(Unacceptable) as no:
        check(cast, lone, results={"a": "yes"})
    assert [fault.code for fault in no.value.faults] == ["fidelity.fault.no_plan"]


def test_a_correction_stands_in_the_place_of_the_check(cast, session):
    old = check(cast, session, 0, 1)
    new = actions.correct(
        by=cast.imani, on=old, id=uuid7(), results=results_of(session, 0), reason="The second came later."
    )
    [point] = lookups.series(cast.theo.pk)
    assert (point.check_id, point.correct) == (new.pk, point.applicable - 1)
    assert Check.objects.get(pk=old.pk).correct == old.correct
    with pytest.raises(Unacceptable):
        actions.correct(by=cast.imani, on=old, id=uuid7(), results=results_of(session), reason="Again.")
    with pytest.raises(Unacceptable):
        actions.correct(by=cast.imani, on=new, id=uuid7(), results=results_of(session), reason=" ")
    with pytest.raises(Refused):
        actions.correct(by=cast.rosa, on=new, id=uuid7(), results=results_of(session), reason="Mine.")


def test_nobody_changes_what_was_scored(cast, session):
    check(cast, session)
    for table in ("fidelity_check", "fidelity_score"):
        for sql in (f"delete from {table}", f"update {table} set client_id = client_id"):
            with (
                pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic(), connection.cursor() as cursor
            ):  # fmt: skip
                cursor.execute(sql)


def test_a_check_cannot_say_more_right_than_applied(cast, session):
    made = check(cast, session)
    same = ("session_id", "client_id", "version_id", "staff_id", "service_day")
    values = {name: getattr(made, name) for name in same}
    with pytest.raises(IntegrityError), transaction.atomic():
        Check.objects.create(kind="observer", scored_as="x", who="y", correct=3, applicable=2, **values)


def test_the_series_is_in_time_by_kind_and_by_target(cast, version):
    first, second = visit(cast, minutes=90), visit(cast, minutes=40)
    check(cast, first, 0)
    check(cast, second, by=cast.rosa, kind="self")
    check(cast, second, 0, 1, by=cast.rosa, kind="caregiver", who="June")
    found = lookups.series(cast.theo.pk)
    assert [(point.session_id, point.kind, point.number) for point in found] == [
        (first.pk, "observer", 1), (second.pk, "self", 1),
    ]  # fmt: skip
    assert [point.who for point in lookups.series(cast.theo.pk, kinds=("caregiver",))] == ["June"]
    hands = Target.objects.get(client=cast.theo, name="Aggression")
    assert lookups.series(cast.theo.pk, target_id=hands.pk) == found
    assert lookups.series(cast.theo.pk, target_id=uuid4()) == ()
    assert lookups.series(cast.theo.pk, date(2030, 1, 1)) == ()


def test_of_a_session_what_others_saw_goes_first(cast, session):
    check(cast, session, by=cast.rosa, kind="self")
    check(cast, session, 0)
    applicable = len(results_of(session))
    assert lookups.by_session([session.pk]) == {session.pk: pytest.approx((applicable - 1) / applicable)}


def test_coverage_counts_sessions_and_not_checks(cast, version, django_assert_num_queries):
    done = [visit(cast, minutes=200 - 15 * n) for n in range(5)]
    visit(cast, minutes=5, end=False)
    check(cast, done[0])
    check(cast, done[0], 1)
    check(cast, done[1], by=cast.rosa, kind="self")
    day = datetime.now(UTC).date()
    with django_assert_num_queries(2):
        found = lookups.coverage(cast.theo.pk, day - timedelta(days=2), day)
    assert (found.sessions, found.observed, found.self_checked) == (5, 1, 1)
    assert found.percent == 20.0 and found.enough
    assert lookups.coverage(cast.lucia.pk, day, day).percent is None


def test_the_mean_of_the_last_checks_decides(cast, version):
    for n in range(3):
        check(cast, visit(cast, minutes=100 - 20 * n), 0, 1)
    recent = lookups.recent(cast.theo.pk)
    assert len(recent) == 3 and lookups.is_low(recent) and not lookups.is_low([])
    for n in range(3):
        check(cast, visit(cast, minutes=35 - 10 * n))
    assert not lookups.is_low(lookups.recent(cast.theo.pk))


def test_the_steps_missed_most_come_first(cast, version):
    check(cast, visit(cast, minutes=80), 0, 1)
    check(cast, visit(cast, minutes=40), 1)
    day = datetime.now(UTC).date()
    found = lookups.missed_steps(cast.theo.pk, day - timedelta(days=2), day)
    assert [(one.text, one.missed, one.applicable) for one in found] == [
        ("Offer two choices before each task.", 2, 2), ("Show the day in pictures.", 1, 2),
    ]  # fmt: skip


def test_the_page_takes_as_many_statements_for_many_checks(cast, version, django_assert_max_num_queries):
    for n in range(4):
        check(cast, visit(cast, minutes=100 - 20 * n), 0)
    imani = cast.imani
    with django_assert_max_num_queries(16):
        shown = queries.see(by=imani, on=cast.theo.pk)
    assert len(shown.points) == 4 and all(one.may for one in shown.visits)


def form_of(session, *wrong, **said):
    answers = {f"step-{key}": result for key, result in results_of(session, *wrong).items()}
    return {"client": session.client_id, "operation": uuid7(), "kind": "observer", **answers, **said}


def test_scoring_a_visit_on_the_page(cast, at, session):
    address = f"/sessions/{session.pk}/fidelity/"
    page = at("imani").get(address).content.decode()
    assert "Show the day in pictures." in page and "I watched the visit" in page and "score myself" not in page
    answer = at("imani").post(address, form_of(session, 0, remark="Talked about the pictures."))
    assert answer.status_code == 303
    page = at("imani").get(answer["Location"]).content.decode()
    assert "as written" in page and "Talked about the pictures." in page and "Put this check right" in page
    page = at("imani").get(f"/clients/{cast.theo.pk}/fidelity/").content.decode()
    assert '<svg class="plot"' in page and "Aim: 80% or more" in page and "Show the day in pictures." in page
    assert f"/sessions/{session.pk}/fidelity/" in page


def test_what_was_scored_stays_when_something_is_missing(cast, at, session):
    said = form_of(session, 0, remark="Kept words.")
    missing = next(name for name in said if name.startswith("step-"))
    answer = at("imani").post(f"/sessions/{session.pk}/fidelity/", {k: v for k, v in said.items() if k != missing})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Kept words." in page and "checked" in page
    assert not Check.objects.exists()


def test_the_correction_page(cast, at, session):
    made = check(cast, session, 0)
    address = f"/fidelity/{made.pk}/correction/"
    assert at("imani").get(address).status_code == 200
    assert at("imani").post(address, form_of(session)).status_code == 422
    answer = at("imani").post(address, form_of(session, reason="Seen through the door."))
    assert answer.status_code == 303
    page = at("imani").get(answer["Location"]).content.decode()
    assert "This corrects an earlier check." in page and "Seen through the door." in page
    assert "This check was corrected." in at("imani").get(f"/fidelity/{made.pk}/").content.decode()


def test_below_the_aim_the_page_says_to_practice_first(cast, at, version):
    for n in range(3):
        check(cast, visit(cast, minutes=100 - 20 * n), 0, 1, 2)
    page = at("imani").get(f"/clients/{cast.theo.pk}/fidelity/").content.decode()
    assert "below the aim" in page and f"/plans/versions/{version.pk}/team/" in page


def test_nothing_yet_and_no_plan(cast, at):
    assert "Nobody has looked yet" in at("rosa").get(f"/clients/{cast.theo.pk}/fidelity/").content.decode()
    lone = visit(cast)
    assert "No plan to check" in at("rosa").get(f"/sessions/{lone.pk}/fidelity/").content.decode()


def test_others_and_elsewhere(cast, at, session):
    made = check(cast, session)
    for address in (
        f"/sessions/{session.pk}/fidelity/", f"/fidelity/{made.pk}/", f"/clients/{cast.theo.pk}/fidelity/",
    ):  # fmt: skip
        assert at("ben").get(address).status_code == 403, address
    for address in (
        f"/sessions/{uuid4()}/fidelity/", f"/fidelity/{uuid4()}/", f"/clients/{cast.omar.pk}/fidelity/",
    ):  # fmt: skip
        assert at("imani").get(address).status_code == 404, address
    wrong = form_of(session, client=cast.lucia.pk)
    assert at("imani").post(f"/sessions/{session.pk}/fidelity/", wrong).status_code == 422
    twice = form_of(session, operation="no id")
    assert at("imani").post(f"/sessions/{session.pk}/fidelity/", twice).status_code == 422
