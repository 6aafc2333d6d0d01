"""The promises PostgreSQL keeps for workforce."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"),
        ("parties", "0002_walls"),
        ("workforce", "0001_initial"),
    ]
    operations = [
        walls.tenant("workforce_staff"),
        walls.tenant("workforce_role"),
        walls.tenant("workforce_supervision"),
        walls.tenant("workforce_cover"),
        walls.tenant_or_account("workforce_seat"),
        walls.points("workforce_staff", "party_id", at="parties_party"),
        walls.points("workforce_role", "staff_id", at="workforce_staff"),
        walls.points("workforce_supervision", "supervisor_id", at="workforce_staff"),
        walls.points("workforce_supervision", "supervisee_id", at="workforce_staff"),
        walls.points("workforce_cover", "absent_id", at="workforce_staff"),
        walls.points("workforce_cover", "stand_in_id", at="workforce_staff"),
        walls.points("workforce_seat", "staff_id", at="workforce_staff"),
        walls.unique("workforce_seat", "seat_once", "account_id, staff_id", "ended_at is null"),
        walls.unique("workforce_staff", "staff_party_once", "party_id", "ended_on is null"),
        walls.unique("workforce_role", "role_once", "staff_id, role", "ended_on is null"),
        walls.unique("workforce_supervision", "supervision_once", "supervisee_id, supervisor_id", "ended_on is null"),
        walls.checked("workforce_supervision", "nobody_supervises_themselves", "supervisor_id <> supervisee_id"),
        walls.checked("workforce_cover", "nobody_covers_themselves", "absent_id <> stand_in_id"),
        walls.dated("workforce_staff"),
        walls.dated("workforce_role"),
        walls.dated("workforce_supervision"),
        walls.dated("workforce_cover", ends="ends_on"),
    ]
