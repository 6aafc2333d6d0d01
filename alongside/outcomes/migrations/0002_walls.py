"""The promises PostgreSQL keeps for outcomes."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"), ("outcomes", "0001_initial"), ("people", "0002_walls"), ("plans", "0002_walls"),
        ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        walls.tenant("outcomes_decision"),
        walls.points("outcomes_decision", "client_id", at="people_client", index=False),
        walls.points("outcomes_decision", "objective_id", at="plans_objective"),
        walls.points("outcomes_decision", "target_id", at="plans_target"),
        walls.points("outcomes_decision", "staff_id", at="workforce_staff"),
        walls.index("outcomes_decision", "decision_history", "client_id, at"),
        walls.permanent("outcomes_decision"),
        walls.tenant("outcomes_standing", grants="select, insert, update, delete"),
        walls.points("outcomes_standing", "client_id", at="people_client"),
        walls.points("outcomes_standing", "objective_id", at="plans_objective", index=False),
        walls.points("outcomes_standing", "target_id", at="plans_target"),
        walls.unique("outcomes_standing", "standing_once", "objective_id"),
    ]
