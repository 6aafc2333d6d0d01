"""The promises PostgreSQL keeps for schedule."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("agencies", "0002_walls"),
        ("foundation", "0002_walls"),
        ("people", "0002_walls"),
        ("schedule", "0001_initial"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("schedule_visit"),
        walls.tenant("schedule_calloff"),
        walls.points("schedule_visit", "client_id", at="people_client", index=False),
        walls.points("schedule_visit", "staff_id", at="workforce_staff", index=False),
        walls.points("schedule_visit", "programme_id", at="agencies_programme"),
        walls.points("schedule_visit", "site_id", at="agencies_site"),
        walls.points("schedule_calloff", "visit_id", at="schedule_visit", index=False),
        walls.points("schedule_calloff", "client_id", at="people_client"),
        walls.points("schedule_calloff", "staff_id", at="workforce_staff"),
        walls.unique("schedule_visit", "visit_outside_once", "outside_ref", "outside_ref <> ''"),
        walls.index("schedule_visit", "visit_staff_day", "staff_id, service_day"),
        walls.index("schedule_visit", "visit_client_day", "client_id, begins_at"),
        walls.index("schedule_visit", "visit_day", "service_day, begins_at"),
        walls.unique("schedule_calloff", "calloff_once", "visit_id"),
        walls.permanent("schedule_calloff"),
    ]
