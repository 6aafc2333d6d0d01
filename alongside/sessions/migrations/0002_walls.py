"""The promises PostgreSQL keeps for sessions."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("agencies", "0002_walls"),
        ("foundation", "0002_walls"),
        ("parties", "0002_walls"),
        ("people", "0002_walls"),
        ("plans", "0002_walls"),
        ("schedule", "0002_walls"),
        ("sessions", "0001_initial"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("sessions_session"),
        walls.tenant("sessions_ending"),
        walls.tenant("sessions_presence"),
        walls.points("sessions_session", "visit_id", at="schedule_visit", index=False),
        walls.points("sessions_session", "client_id", at="people_client", index=False),
        walls.points("sessions_session", "staff_id", at="workforce_staff", index=False),
        walls.points("sessions_session", "programme_id", at="agencies_programme"),
        walls.points("sessions_session", "site_id", at="agencies_site"),
        walls.points("sessions_session", "plan_version_id", at="plans_planversion"),
        walls.points("sessions_ending", "session_id", at="sessions_session", index=False),
        walls.points("sessions_ending", "client_id", at="people_client"),
        walls.points("sessions_ending", "staff_id", at="workforce_staff"),
        walls.points("sessions_presence", "session_id", at="sessions_session"),
        walls.points("sessions_presence", "client_id", at="people_client"),
        walls.points("sessions_presence", "party_id", at="parties_party"),
        walls.unique("sessions_session", "session_of_visit", "visit_id", "visit_id is not null"),
        walls.index("sessions_session", "session_client_began", "client_id, began_at"),
        walls.index("sessions_session", "session_staff_day", "staff_id, service_day"),
        walls.unique("sessions_ending", "ending_once", "session_id"),
        walls.permanent("sessions_session"),
        walls.permanent("sessions_ending"),
        walls.permanent("sessions_presence"),
    ]
