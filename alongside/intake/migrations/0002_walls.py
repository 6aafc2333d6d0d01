"""The promises PostgreSQL keeps for intake."""

from django.db.migrations import Migration

from alongside.foundation import walls

TABLES = ("referral", "closing", "intake", "consent", "consentend", "observed", "drawn", "summary", "addressed", "seen")
KEYS = (
    ("referral", "made_by_id", "workforce_staff"), ("closing", "referral_id", "intake_referral"),
    ("closing", "staff_id", "workforce_staff"), ("intake", "client_id", "people_client"),
    ("intake", "referral_id", "intake_referral"), ("intake", "lead_id", "workforce_staff"),
    ("intake", "made_by_id", "workforce_staff"), ("consent", "client_id", "people_client"),
    ("consent", "contact_id", "people_contact"), ("consent", "staff_id", "workforce_staff"),
    ("consentend", "consent_id", "intake_consent"), ("consentend", "client_id", "people_client"),
    ("consentend", "staff_id", "workforce_staff"), ("observed", "intake_id", "intake_intake"),
    ("observed", "client_id", "people_client"), ("observed", "answering_id", "instruments_answering"),
    ("drawn", "intake_id", "intake_intake"), ("drawn", "client_id", "people_client"),
    ("drawn", "version_id", "documents_version"), ("drawn", "staff_id", "workforce_staff"),
    ("summary", "intake_id", "intake_intake"), ("summary", "client_id", "people_client"),
    ("summary", "staff_id", "workforce_staff"), ("addressed", "summary_id", "intake_summary"),
    ("addressed", "client_id", "people_client"), ("addressed", "staff_id", "workforce_staff"),
    ("seen", "summary_id", "intake_summary"), ("seen", "client_id", "people_client"),
    ("seen", "staff_id", "workforce_staff"),
)  # fmt: skip


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("documents", "0004_forms"), ("foundation", "0002_walls"), ("instruments", "0002_walls"),
        ("intake", "0001_initial"), ("people", "0002_walls"), ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        *[walls.tenant(f"intake_{table}") for table in TABLES],
        *[walls.points(f"intake_{table}", column, at=at) for table, column, at in KEYS],
        walls.unique("intake_closing", "intake_closing_once", "referral_id"),
        walls.unique("intake_intake", "intake_of_referral", "referral_id"),
        walls.unique("intake_consentend", "intake_consent_end_once", "consent_id"),
        walls.unique("intake_summary", "intake_summary_number", "intake_id, number"),
        walls.unique("intake_addressed", "intake_addressed_once", "summary_id, staff_id"),
        walls.unique("intake_seen", "intake_seen_once", "summary_id, staff_id"),
        walls.index("intake_referral", "intake_referral_newest", "received_on desc"),
        walls.checked("intake_consent", "intake_consent_dated", "until >= decided_on"),
        *[walls.permanent(f"intake_{table}") for table in TABLES],
    ]
