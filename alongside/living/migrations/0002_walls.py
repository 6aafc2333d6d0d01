"""The promises PostgreSQL keeps for daily living."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"), ("living", "0001_initial"), ("people", "0002_walls"), ("sessions", "0002_walls"),
        ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        walls.tenant("living_helped"),
        walls.points("living_helped", "session_id", at="sessions_session"),
        walls.points("living_helped", "client_id", at="people_client", index=False),
        walls.points("living_helped", "staff_id", at="workforce_staff"),
        walls.index("living_helped", "helped_series", "client_id, service_day"),
        walls.permanent("living_helped"),
    ]
