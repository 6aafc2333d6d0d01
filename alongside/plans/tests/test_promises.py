"""What was published never changes: tried as the application's role, and as the owner of the tables."""

from datetime import UTC, datetime

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from alongside.foundation.tenancy import inside
from alongside.plans import actions as plans
from alongside.plans.models import Goal, Objective, PlanVersion, Strategy
from tests import plans as planned

LINES = {
    "part": "text", "goal": "words", "objective": "text", "targetline": "name", "strategy": "text",
    "crisisstep": "text", "cardline": "text",
}  # fmt: skip


def refused(sql, values=(), match="published", error=IntegrityError):
    with pytest.raises(error, match=match), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def both(cast):
    return planned.published(cast), planned.published(cast, kind="treatment")


def test_the_application_cannot_change_a_published_line(both):
    versions = [v.pk for v in both]
    for table, column in LINES.items():
        with connection.cursor() as cursor:
            cursor.execute(f"select count(*) from plans_{table} where version_id = any(%s)", [versions])
            assert cursor.fetchone()[0] > 0
        refused(f"update plans_{table} set {column} = 'x' where version_id = any(%s)", [versions])
        refused(f"delete from plans_{table} where version_id = any(%s)", [versions])
        refused(f"truncate plans_{table}", match="permission denied", error=ProgrammingError)


def test_no_line_is_added_to_a_published_version(both):
    behaviour, treatment = both
    with pytest.raises(IntegrityError, match="published"), transaction.atomic():
        Strategy.objects.create(version=behaviour, client_id=behaviour.client_id, moment="before", number=9, text="x")
    goal = Goal.objects.get(version=treatment)
    with pytest.raises(IntegrityError, match="published"), transaction.atomic():
        Objective.objects.create(version=treatment, goal=goal, client_id=goal.client_id, number=9, text="x")


def test_no_line_is_moved_into_or_out_of_a_published_version(cast, both):
    behaviour, _ = both
    draft = plans.draft(by=cast.imani, on=behaviour.plan_id)
    refused("update plans_strategy set version_id = %s where version_id = %s", [behaviour.pk, draft.pk])
    refused("update plans_strategy set version_id = %s where version_id = %s", [draft.pk, behaviour.pk])


def test_an_objective_of_a_draft_cannot_stand_under_a_published_goal(cast, both):
    _, treatment = both
    goal = Goal.objects.get(version=treatment)
    draft = plans.draft(by=cast.imani, on=treatment.plan_id)
    with pytest.raises(IntegrityError, match="objective_with_its_goal"), transaction.atomic():
        Objective.objects.create(version=draft, goal=goal, client_id=goal.client_id, number=9, text="x")


CHANGES = (
    "summary = 'x'", "review_on = null", "published_as = 'x'", "digest = ''", "number = 9",
    "published_at = null, published_by_id = null, begins_at = null, digest = ''",
    "ended_at = now(), summary = 'x'", "begins_at = begins_at - interval '1 day'",
)  # fmt: skip


def test_the_version_itself_lets_only_its_end_be_set(both):
    for change in CHANGES:
        refused(f"update plans_planversion set {change} where id = %s", [both[0].pk])


def test_a_version_ends_once(cast, both):
    version = plans.end(by=cast.imani, on=both[0], because="Discharged.")
    refused("update plans_planversion set ended_at = null where id = %s", [version.pk])
    refused("update plans_planversion set ended_at = now() where id = %s", [version.pk])


def test_a_version_cannot_end_before_it_begins(both):
    sql = "update plans_planversion set ended_at = begins_at - interval '1 day' where id = %s"
    refused(sql, [both[0].pk], match="planversion_ends_after_it_begins")


def test_a_draft_keeps_its_plan_and_client(cast):
    draft = planned.drafted(cast)
    refused("update plans_planversion set client_id = %s where id = %s", [cast.lucia.pk, draft.pk])
    refused("update plans_planversion set published_at = now() where id = %s", [draft.pk], match="published_whole")


def test_a_plan_has_one_version_in_force_and_one_draft(cast, both):
    behaviour, _ = both
    same = {"plan_id": behaviour.plan_id, "client_id": behaviour.client_id, "made_by_id": behaviour.made_by_id}
    now = datetime.now(UTC)
    with pytest.raises(IntegrityError, match="plan_in_force_once"), transaction.atomic():
        PlanVersion.objects.create(
            **same, number=8, published_at=now, published_by_id=behaviour.made_by_id, begins_at=now
        )
    plans.draft(by=cast.imani, on=behaviour.plan_id)
    with pytest.raises(IntegrityError, match="plan_drafted_once"), transaction.atomic():
        PlanVersion.objects.create(**same, number=9)


def test_the_owner_of_the_tables_cannot_either(world, committed):
    with inside(world.agency):
        behaviour, treatment = planned.published(world), planned.published(world, kind="treatment")
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        owner.execute("select set_config('alongside.agency', %s, false)", [str(world.agency)])
        versions = [behaviour.pk, treatment.pk]
        assert owner.execute("select count(*) from plans_planversion").fetchone() == (2,)
        for table, column in LINES.items():
            for act in (f"update plans_{table} set {column} = 'x'", f"delete from plans_{table}"):
                with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="published"):
                    owner.execute(f"{act} where version_id = any(%s)", [versions])
            with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="permanent"):
                owner.execute(f"truncate plans_{table} cascade")
        for act in ("update plans_planversion set summary = 'x'", "delete from plans_planversion"):
            with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="published"):
                owner.execute(act)


def test_a_line_waits_for_a_publication_in_progress(world, committed):
    with inside(world.agency):
        draft = planned.drafted(world)
    insert = """insert into plans_strategy (id, version_id, client_id, moment, number, text)
                values (gen_random_uuid(), %s, %s, 'before', 9, 'late')"""
    with psycopg.connect(committed.url()) as other:
        other.execute("select set_config('alongside.agency', %s, true)", [str(world.agency)])
        other.execute("set local lock_timeout = '200ms'")
        with inside(world.agency):
            plans.publish(by=world.imani, on=draft)
            with pytest.raises(psycopg.errors.LockNotAvailable):
                other.execute(insert, [draft.pk, draft.client_id])
