"""The promises PostgreSQL keeps for consents."""

from django.db.migrations import Migration

from alongside.foundation import walls

TABLES = ("consent", "end")


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("consents", "0001_initial"), ("foundation", "0002_walls"), ("people", "0002_walls"),
        ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        *[walls.tenant(f"consents_{table}") for table in TABLES],
        *[walls.points(f"consents_{table}", "client_id", at="people_client") for table in TABLES],
        *[walls.points(f"consents_{table}", "staff_id", at="workforce_staff") for table in TABLES],
        walls.points("consents_consent", "contact_id", at="people_contact"),
        walls.points("consents_end", "consent_id", at="consents_consent"),
        walls.unique("consents_end", "consents_ended_once", "consent_id"),
        walls.checked("consents_consent", "consents_dated", "begins_on >= decided_on and until >= begins_on"),
        walls.checked(
            "consents_consent", "consents_telling",
            "(reader = '' and recipient = '') or (what in ('release', 'order') and recipient <> '' and (not given or until is not null))",
        ),
        *[walls.permanent(f"consents_{table}") for table in TABLES],
    ]
