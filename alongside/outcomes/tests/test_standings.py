"""Where objectives stand: remade, followed, shown to whoever may see it, and bounded."""

import csv
import io
from datetime import timedelta
from uuid import UUID

import pytest

from alongside.agencies.models import Programme
from alongside.chart.tests.scenes import FIRST, scene, seen
from alongside.chart.tests.test_objectives import aimed
from alongside.foundation.models import Entry
from alongside.outcomes import actions, queries
from alongside.outcomes.models import Decision, Standing
from alongside.outcomes.standings import follow, rebuild_standings, remake
from alongside.people.models import Client, Enrolment
from alongside.plans.models import PlanVersion

SAID = {"choice": "mastered", "reason": "Ten school days in a row"}


def stood(cast, **values):
    one = scene(cast)
    objective = aimed(cast, one.target, **values)
    remake(cast.theo.pk)
    return one, objective


def test_what_is_kept(cast):
    _, objective = stood(cast)
    kept = Standing.objects.get()
    assert (kept.objective_id, kept.verdict, kept.visits, kept.level) == (objective.pk, "change", 14, 2.2)
    assert (kept.first_on.isoformat(), kept.last_on.isoformat()) == ("2026-03-02", "2026-03-15")
    assert kept.begun_on.isoformat() == "2026-03-07"
    assert not kept.meets


def test_remaking_changes_nothing_and_follows_the_record(cast):
    one, _ = stood(cast, criterion=2.5, sessions_in_a_row=3)
    before = Standing.objects.values_list("verdict", "visits", "met_on", "meets").get()
    assert rebuild_standings(cast.agency) == Client.objects.count()
    assert Standing.objects.values_list("verdict", "visits", "met_on", "meets").get() == before
    for n in range(3):
        seen(cast, one.target, FIRST + timedelta(days=20 + n), 6.0)
    follow(Entry(client_id=cast.theo.pk, verb="sessions.end"))
    assert Standing.objects.get().visits == 17
    PlanVersion.objects.update(ended_at=FIRST + timedelta(days=40))
    follow(Entry(client_id=cast.theo.pk, verb="plans.end"))
    assert not Standing.objects.exists()
    follow(Entry(client_id=None, verb="plans.end"))


def test_time_to_mastery_is_from_the_phase(cast):
    stood(cast, criterion=2.5, sessions_in_a_row=3)
    (row,) = queries.caseload(by=cast.imani, on=cast.imani.staff_id).rows
    assert (row.facts.met_on.isoformat(), row.days_to_mastery) == ("2026-03-13", 6)


def test_who_sees_which(cast):
    stood(cast)
    assert [len(queries.caseload(by=who, on=who.staff_id).rows) for who in (cast.imani, cast.hana)] == [1, 0]
    page = queries.program(by=cast.amara, on=cast.agency)
    assert [row.line.name for row in page.rows] == ["Theodore Bell"]
    assert page.by_status["stuck"] == 1
    assert page.waiting[0].stands.reasons == ("no_data", "no_decision", "not_watched")


def test_by_program(cast):
    stood(cast)
    Enrolment.objects.get_or_create(
        client=cast.theo, programme=cast.programme, defaults={"began_on": FIRST.date()}
    )  # fmt: skip
    other = Programme.objects.create(name="Elsewhere", setting="school")
    found = [queries.program(by=cast.amara, on=cast.agency, program=p.pk) for p in (cast.programme, other)]
    assert [len(one.rows) for one in found] == [1, 0]


def test_a_discharged_client_is_gone_from_it(cast):
    stood(cast)
    Client.objects.filter(pk=cast.theo.pk).update(discharged_on=FIRST.date())
    assert queries.program(by=cast.amara, on=cast.agency).rows == ()


def test_a_decision_shows_at_once(cast):
    _, objective = stood(cast)
    actions.decide(by=cast.imani, on=objective.pk, **SAID)
    (row,) = queries.caseload(by=cast.imani, on=cast.imani.staff_id).rows
    assert "no_decision" not in row.stands.reasons


def test_the_page(cast, at):
    _, objective = stood(cast)
    text = at("amara").get("/outcomes/").content.decode()
    way = f"/objectives/{objective.pk}/"
    for said in ("Who waits, the longest first", way, "no data for two weeks", "Every program"):
        assert said in text
    assert "Every program" not in at("imani").get("/outcomes/").content.decode()
    assert "Nobody." in at("amara").get("/outcomes/?status=met").content.decode()
    assert "No objective is measured yet." in at("hana").get("/outcomes/").content.decode()
    assert [at(who).get("/outcomes/").status_code for who in ("rosa", "dev", "nadia")] == [403, 403, 403]


@pytest.mark.parametrize("query", ["?status=x", "?program=x", f"?program={UUID(int=0)}", "?status="])
def test_a_strange_question_is_no_error(cast, at, query):
    stood(cast)
    assert "/objectives/" in at("amara").get(f"/outcomes/{query}").content.decode()


def test_the_table_for_a_spreadsheet_runs_nothing(cast, at):
    stood(cast, text="=HYPERLINK(1)")
    answer = at("amara").get("/outcomes/table.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    heading, line = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert heading[:4] == ["Client", "Number", "Programs", "Objective"]
    assert (line[0], line[3], line[5]) == ("Theodore Bell", "'=HYPERLINK(1)", "Stuck")


def test_more_clients_cost_no_more_statements(cast, django_assert_max_num_queries):
    stood(cast)
    with django_assert_max_num_queries(7):
        queries.program(by=cast.amara, on=cast.agency)
    with django_assert_max_num_queries(16):
        remake(cast.theo.pk)


def test_a_decision_is_permanent(cast):
    _, objective = stood(cast)
    made = actions.decide(by=cast.imani, on=objective.pk, **SAID)
    with pytest.raises(Exception, match="permanent|denied|refused"):
        Decision.objects.filter(pk=made.pk).update(reason="another")
