"""The page of an objective: what it shows, who sees it, what it costs, and what is decided on it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.behaviour.models import Notice, Tally
from alongside.chart import queries
from alongside.chart.tests.scenes import FIRST, aimed, scene, seen, watched
from alongside.foundation.errors import Unacceptable
from alongside.foundation.models import Entry
from alongside.foundation.moments import today
from alongside.outcomes import actions
from alongside.outcomes.models import Decision
from alongside.plans.models import OtherChange

SAID = {"choice": "continue", "reason": "He asks more and leaves less"}


def soon():
    return today("America/New_York") + timedelta(days=21)


def test_the_page(cast, at):
    one = scene(cast)
    objective = aimed(cast, one.target)
    OtherChange.objects.create(client=cast.theo, kind="move", label="Moved house", at=FIRST + timedelta(days=8))
    text = at("imani").get(f"/objectives/{objective.pk}/").content.decode()
    for said in (
        "I stay with my class", "Leaves the area: down from 6.2 to 2.2 per hour", "Moved house", "NAP", "Tarlow 2017",
        "Real change. Not yet proof that the plan did it.", "right on 82.2% of all", "SD (range)",
        "Nobody watched yet whether the plan is carried out.", "What the team decided", "Nothing was decided yet.",
    ):  # fmt: skip
        assert said in text, said
    assert "Theodore" not in text.split("</title>")[0]


def test_by_calendar_and_without_a_target(cast, at):
    objective = aimed(cast, scene(cast).target)
    assert at("rosa").get(f"/objectives/{objective.pk}/?axis=calendar").status_code == 200
    bare = aimed(cast, kind="behaviour")
    assert "This objective is not measured." in at("rosa").get(f"/objectives/{bare.pk}/").content.decode()


def test_who_may_read_and_who_may_decide(cast, at):
    objective = aimed(cast, scene(cast).target)
    path = f"/objectives/{objective.pk}/"
    assert [at(who).get(path).status_code for who in ("rosa", "amara", "ben", "dev")] == [200, 200, 403, 403]
    assert "Keep the decision" not in at("rosa").get(path).content.decode()
    assert at("rosa").post(f"{path}decisions/", SAID).status_code == 403
    assert at("imani").get(f"/objectives/{uuid4()}/").status_code == 404


def test_an_objective_of_a_draft_is_read_where_it_is_written(cast, at):
    draft = aimed(cast, published=False)
    assert at("imani").get(f"/objectives/{draft.pk}/").status_code == 404
    with pytest.raises(Unacceptable, match="draft"):
        actions.decide(by=cast.imani, on=draft.pk, **SAID, look_again_on=soon())


def test_a_decision_is_kept_with_what_was_seen(cast, at):
    objective = aimed(cast, scene(cast).target)
    seen_then = queries.objective(by=cast.imani, on=objective.pk).seen
    assert seen_then == "change/14/2026-03-15"
    sent = {**SAID, "look_again_on": soon().isoformat(), "seen": seen_then, "client": str(cast.theo.pk)}
    answer = at("imani").post(f"/objectives/{objective.pk}/decisions/", sent)
    assert (answer.status_code, answer["Location"]) == (303, f"/objectives/{objective.pk}/#decided")
    kept = Decision.objects.get()
    assert (kept.verdict, kept.rule, kept.visits) == ("change", "step or trend", 14)
    assert (kept.seen_from, kept.seen_to) == (date(2026, 3, 2), date(2026, 3, 15))
    assert kept.chance > 0.99
    assert Entry.objects.filter(verb="outcomes.decide", outcome="done", client_id=cast.theo.pk).exists()
    text = at("rosa").get(f"/objectives/{objective.pk}/").content.decode()
    assert "He asks more and leaves less" in text
    assert "On this page stood: Improving, 14 visits, 2 Mar 2026 to 15 Mar 2026." in text


def test_nobody_decides_on_a_graph_that_changed(cast, at):
    one = scene(cast)
    objective = aimed(cast, one.target)
    opened = queries.objective(by=cast.imani, on=objective.pk).seen
    seen(cast, one.target, FIRST + timedelta(days=20), 5.0)
    answer = at("imani").post(
        f"/objectives/{objective.pk}/decisions/", {**SAID, "look_again_on": soon().isoformat(), "seen": opened}
    )
    assert answer.status_code == 422
    assert "The graph changed since this page was opened." in answer.content.decode()
    assert "He asks more and leaves less" in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"choice": "maybe"}, "choice"), ({"reason": "ok"}, "reason"), ({"reason": "  "}, "reason"),
        ({"look_again_on": None}, "look_again_on"), ({"look_again_on": date(2020, 1, 1)}, "look_again_on"),
        ({"look_again_on": date(2099, 1, 1)}, "look_again_on"),
    ],
)  # fmt: skip
def test_a_decision_says_what_why_and_until_when(cast, said, field):
    objective = aimed(cast, scene(cast).target)
    with pytest.raises(Unacceptable) as no:
        actions.decide(by=cast.imani, on=objective.pk, **{**SAID, "look_again_on": soon(), **said})
    assert [fault.field for fault in no.value.faults] == [field]


def test_what_is_mastered_need_not_be_looked_at_again(cast):
    objective = aimed(cast, scene(cast).target)
    actions.decide(by=cast.imani, on=objective.pk, choice="mastered", reason="Ten school days in a row")
    (kept,) = queries.objective(by=cast.imani, on=objective.pk).decisions
    assert (kept.choice, kept.look_again_on, kept.who) == ("mastered", None, "Imani Okafor")


def test_who_is_new_and_short_nights_are_drawn(cast):
    one = scene(cast)
    objective = aimed(cast, one.target)
    Notice.objects.create(
        session=one.sessions[7], client=cast.theo, staff_id=cast.staff["rosa"], area="sleep", words="four hours",
        at=FIRST + timedelta(days=7),
    )  # fmt: skip
    page = queries.objective(by=cast.rosa, on=objective.pk)
    assert [(o.kind, o.day) for o in page.overlays] == [("night", date(2026, 3, 9))]
    assert (page.nights.count, page.nights.then, page.nights.otherwise) == (1, 1.9, 2.7)
    assert [change.label for change in page.graph.changes] == ["Sleep was different"]


def test_a_flat_line_says_not_carried_out_where_the_plan_was_not(cast, at):
    flat = {"Baseline": (6.2, 5.0, 7.1, 6.4, 5.4), "Break card": (6.0, 5.2, 6.9, 6.1, 5.8, 6.3)}
    one = scene(cast, flat)
    objective = aimed(cast, one.target)
    assert queries.objective(by=cast.rosa, on=objective.pk).read.statement.verdict == "no_change"
    for session, correct in zip(one.sessions[5:], (6, 7, 5), strict=False):
        watched(cast, objective, session, correct)
    page = queries.objective(by=cast.rosa, on=objective.pk)
    assert (page.read.statement.verdict, round(page.fidelity), page.fidelity_checks) == ("not_carried_out", 60, 3)
    assert page.graph.fidelity.shares == (None,) * 5 + (0.6, 0.7, 0.5, None, None, None)
    text = at("imani").get(f"/objectives/{objective.pk}/").content.decode()
    assert "The plan was not carried out. That it does not work cannot be said." in text
    assert "Only 60% of the plan&#x27;s steps were carried out, watched 3 times." in text


def test_what_was_carried_out_and_changed_nothing_does_not_work(cast):
    flat = {"Baseline": (6.2, 5.0, 7.1, 6.4, 5.4), "Break card": (6.0, 5.2, 6.9, 6.1, 5.8, 6.3)}
    one = scene(cast, flat)
    objective = aimed(cast, one.target)
    watched(cast, objective, one.sessions[6], 9)
    assert queries.objective(by=cast.rosa, on=objective.pk).read.statement.verdict == "no_change"


def test_a_change_stays_one_however_it_was_carried_out(cast):
    one = scene(cast)
    objective = aimed(cast, one.target)
    watched(cast, objective, one.sessions[6], 3)
    page = queries.objective(by=cast.rosa, on=objective.pk)
    assert page.read.statement.verdict == "change"
    assert "carried_out_low" in {point.code for point in page.read.statement.points}


def test_two_observers_are_counted(cast):
    one = scene(cast)
    objective = aimed(cast, one.target)
    for session in one.sessions[:3]:
        Tally.objects.create(
            session=session, client=cast.theo, target=one.target, measure="rate", service_day=session.service_day,
            began_at=session.began_at, n=1, value=2.0, second=True,
        )  # fmt: skip
    trust = queries.objective(by=cast.rosa, on=objective.pk).trust
    assert (trust.visits, trust.by_two) == (14, 3)


def test_years_cost_no_more_statements(cast, django_assert_max_num_queries):
    one = scene(cast)
    objective = aimed(cast, one.target)
    for n in range(100):
        seen(cast, one.target, FIRST + timedelta(days=20 + n), 1.0)
    with django_assert_max_num_queries(31):
        page = queries.objective(by=cast.rosa, on=objective.pk)
    assert [len(c.visits) for c in page.read.conditions] == [5, 60]
