"""The promises PostgreSQL keeps for working alone."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"), ("people", "0002_walls"), ("safety", "0001_initial"), ("sessions", "0002_walls"),
        ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        walls.tenant("safety_watch"),
        walls.tenant("safety_checkin"),
        walls.tenant("safety_escalation"),
        walls.tenant("safety_duress"),
        walls.tenant("safety_duressanswer"),
        walls.points("safety_watch", "session_id", at="sessions_session", index=False),
        walls.points("safety_watch", "client_id", at="people_client"),
        walls.points("safety_watch", "staff_id", at="workforce_staff"),
        walls.points("safety_checkin", "watch_id", at="safety_watch"),
        walls.points("safety_checkin", "staff_id", at="workforce_staff"),
        walls.points("safety_escalation", "watch_id", at="safety_watch", index=False),
        walls.points("safety_escalation", "told_id", at="workforce_staff"),
        walls.points("safety_duress", "staff_id", at="workforce_staff"),
        walls.points("safety_duress", "session_id", at="sessions_session"),
        walls.points("safety_duress", "client_id", at="people_client"),
        walls.points("safety_duressanswer", "duress_id", at="safety_duress", index=False),
        walls.points("safety_duressanswer", "staff_id", at="workforce_staff"),
        walls.unique("safety_watch", "watch_once", "session_id"),
        walls.unique("safety_escalation", "escalation_once", "watch_id, due_at, told_id"),
        walls.unique("safety_duressanswer", "duress_answered_once", "duress_id"),
        walls.permanent("safety_watch"),
        walls.permanent("safety_checkin"),
        walls.permanent("safety_escalation"),
        walls.permanent("safety_duress"),
        walls.permanent("safety_duressanswer"),
    ]
