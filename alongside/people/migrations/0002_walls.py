"""The promises PostgreSQL keeps for people."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("agencies", "0002_walls"),
        ("foundation", "0002_walls"),
        ("parties", "0002_walls"),
        ("people", "0001_initial"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("people_client"),
        walls.tenant("people_alert"),
        walls.tenant("people_household"),
        walls.tenant("people_residence"),
        walls.tenant("people_contact"),
        walls.tenant("people_contactright"),
        walls.tenant("people_enrolment"),
        walls.tenant("people_teamplace"),
        walls.tenant("people_glass"),
        walls.tenant("people_glassreview"),
        walls.points("people_client", "party_id", at="parties_party", index=False),
        walls.points("people_alert", "client_id", at="people_client"),
        walls.points("people_residence", "client_id", at="people_client"),
        walls.points("people_residence", "household_id", at="people_household"),
        walls.points("people_contact", "client_id", at="people_client"),
        walls.points("people_contact", "party_id", at="parties_party"),
        walls.points("people_contact", "household_id", at="people_household"),
        walls.points("people_contactright", "contact_id", at="people_contact"),
        walls.points("people_enrolment", "client_id", at="people_client"),
        walls.points("people_enrolment", "programme_id", at="agencies_programme"),
        walls.points("people_teamplace", "client_id", at="people_client"),
        walls.points("people_teamplace", "staff_id", at="workforce_staff"),
        walls.points("people_glass", "client_id", at="people_client"),
        walls.points("people_glass", "staff_id", at="workforce_staff"),
        walls.points("people_glassreview", "glass_id", at="people_glass"),
        walls.points("people_glassreview", "staff_id", at="workforce_staff"),
        walls.unique("people_client", "client_identifier_once", "identifier"),
        walls.unique("people_client", "client_party_once", "party_id"),
        walls.permanent("people_glass"),
        walls.permanent("people_glassreview"),
    ]
