"""The promises PostgreSQL keeps for plans."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"),
        ("people", "0002_walls"),
        ("plans", "0001_initial"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("plans_targetline", grants="select, insert, update, delete"),
        walls.tenant("plans_strategy", grants="select, insert, update, delete"),
        walls.tenant("plans_crisisstep", grants="select, insert, update, delete"),
        walls.tenant("plans_cardline", grants="select, insert, update, delete"),
        walls.tenant("plans_plan"),
        walls.tenant("plans_planversion"),
        walls.tenant("plans_goal", grants="select, insert, update, delete"),
        walls.tenant("plans_objective", grants="select, insert, update, delete"),
        walls.tenant("plans_target"),
        walls.tenant("plans_phase"),
        walls.tenant("plans_otherchange"),
        walls.points("plans_targetline", "version_id", at="plans_planversion"),
        walls.points("plans_targetline", "client_id", at="people_client"),
        walls.points("plans_targetline", "target_id", at="plans_target"),
        walls.points("plans_strategy", "version_id", at="plans_planversion"),
        walls.points("plans_strategy", "client_id", at="people_client"),
        walls.points("plans_strategy", "target_id", at="plans_target"),
        walls.points("plans_crisisstep", "version_id", at="plans_planversion"),
        walls.points("plans_crisisstep", "client_id", at="people_client"),
        walls.points("plans_cardline", "version_id", at="plans_planversion"),
        walls.points("plans_cardline", "client_id", at="people_client"),
        walls.points("plans_plan", "client_id", at="people_client"),
        walls.points("plans_planversion", "plan_id", at="plans_plan", index=False),
        walls.points("plans_planversion", "client_id", at="people_client"),
        walls.points("plans_planversion", "made_by_id", at="workforce_staff"),
        walls.points("plans_planversion", "published_by_id", at="workforce_staff"),
        walls.points("plans_goal", "version_id", at="plans_planversion"),
        walls.points("plans_goal", "client_id", at="people_client"),
        walls.points("plans_objective", "goal_id", at="plans_goal"),
        walls.points("plans_objective", "client_id", at="people_client"),
        walls.points("plans_objective", "target_id", at="plans_target"),
        walls.points("plans_target", "client_id", at="people_client"),
        walls.points("plans_phase", "client_id", at="people_client"),
        walls.points("plans_phase", "target_id", at="plans_target"),
        walls.points("plans_phase", "version_id", at="plans_planversion"),
        walls.points("plans_otherchange", "client_id", at="people_client"),
        walls.unique("plans_plan", "plan_once", "client_id, kind"),
        walls.unique("plans_planversion", "planversion_once", "plan_id, number"),
        walls.unique("plans_planversion", "plan_in_force_once", "plan_id", "published_at is not null and ended_at is null"),
        walls.unique("plans_phase", "phase_once", "target_id, begins_at"),
    ]
