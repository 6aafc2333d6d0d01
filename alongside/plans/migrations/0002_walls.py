"""The promises PostgreSQL keeps for plans."""

from django.db.migrations import Migration

from alongside.foundation import walls
from alongside.plans.migrations import _promises as promises

LINES = [f"plans_{line}" for line in promises.LINES]
TO_VERSION_AND_CLIENT = [
    walls.points(line, column, at=at)
    for line in [*LINES, "plans_reading"]
    for column, at in (("version_id", "plans_planversion"), ("client_id", "people_client"))
]


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"),
        ("people", "0002_walls"),
        ("plans", "0001_initial"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        *[walls.tenant(line, grants="select, insert, update, delete") for line in LINES],
        walls.tenant("plans_plan"),
        walls.tenant("plans_planversion"),
        walls.tenant("plans_target"),
        walls.tenant("plans_phase"),
        walls.tenant("plans_otherchange"),
        walls.tenant("plans_reading"),
        walls.points("plans_plan", "client_id", at="people_client"),
        walls.points("plans_planversion", "plan_id", at="plans_plan", index=False),
        walls.points("plans_planversion", "client_id", at="people_client"),
        walls.points("plans_planversion", "made_by_id", at="workforce_staff"),
        walls.points("plans_planversion", "published_by_id", at="workforce_staff"),
        walls.points("plans_planversion", "ended_by_id", at="workforce_staff"),
        walls.points("plans_target", "client_id", at="people_client"),
        *TO_VERSION_AND_CLIENT,
        walls.points("plans_targetline", "target_id", at="plans_target"),
        walls.points("plans_objective", "goal_id", at="plans_goal"),
        walls.points("plans_objective", "target_id", at="plans_target"),
        walls.points("plans_phase", "client_id", at="people_client"),
        walls.points("plans_phase", "target_id", at="plans_target"),
        walls.points("plans_phase", "version_id", at="plans_planversion"),
        walls.points("plans_otherchange", "client_id", at="people_client"),
        walls.points("plans_reading", "staff_id", at="workforce_staff"),
        walls.unique("plans_plan", "plan_once", "client_id, kind"),
        walls.unique("plans_planversion", "planversion_once", "plan_id, number"),
        walls.unique("plans_planversion", "plan_drafted_once", "plan_id", "published_at is null"),
        walls.unique("plans_planversion", "plan_in_force_once", "plan_id", "published_at is not null and ended_at is null"),
        walls.unique("plans_part", "part_once", "version_id, key"),
        walls.unique("plans_targetline", "targetline_once", "version_id, target_id"),
        walls.unique("plans_phase", "phase_once", "target_id, begins_at", "withdrawn_at is null"),
        walls.unique("plans_reading", "reading_once", "version_id, staff_id"),
        walls.permanent("plans_reading"),
        promises.functions(),
        promises.same_version_as_its_goal(),
        promises.sealed_version(),
        *[promises.sealed_lines(line) for line in LINES],
    ]
