"""The promises PostgreSQL keeps for fidelity."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("fidelity", "0001_initial"), ("foundation", "0002_walls"), ("people", "0002_walls"), ("plans", "0002_walls"),
        ("sessions", "0002_walls"), ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        walls.tenant("fidelity_check"),
        walls.points("fidelity_check", "session_id", at="sessions_session"),
        walls.points("fidelity_check", "client_id", at="people_client", index=False),
        walls.points("fidelity_check", "version_id", at="plans_planversion", index=False),
        walls.points("fidelity_check", "staff_id", at="workforce_staff", index=False),
        walls.points("fidelity_check", "follows_id", at="fidelity_check", index=False),
        walls.unique("fidelity_check", "check_corrected_once", "follows_id", "follows_id is not null"),
        walls.index("fidelity_check", "check_series", "client_id, service_day"),
        walls.permanent("fidelity_check"),
        walls.tenant("fidelity_score"),
        walls.points("fidelity_score", "check_row_id", at="fidelity_check"),
        walls.points("fidelity_score", "client_id", at="people_client", index=False),
        walls.unique("fidelity_score", "fidelity_score_once", "check_row_id, step"),
        walls.permanent("fidelity_score"),
    ]
