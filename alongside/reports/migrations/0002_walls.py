"""The promises PostgreSQL keeps for reports: a sending stays, and stands on a signed version of the same client."""

from django.db.migrations import Migration

from alongside.foundation import walls

TABLES = ("report", "release", "sending")


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("documents", "0002_walls"), ("foundation", "0002_walls"), ("people", "0002_walls"),
        ("reports", "0001_initial"), ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        *[walls.tenant(f"reports_{table}") for table in TABLES],
        *[walls.points(f"reports_{table}", "client_id", at="people_client") for table in TABLES],
        walls.points("reports_report", "document_id", at="documents_document"),
        walls.points("reports_report", "author_id", at="workforce_staff"),
        walls.points("reports_release", "staff_id", at="workforce_staff"),
        walls.points("reports_sending", "report_id", at="reports_report"),
        walls.points("reports_sending", "version_id", at="documents_version"),
        walls.points("reports_sending", "release_id", at="reports_release"),
        walls.points("reports_sending", "contact_id", at="people_contact"),
        walls.points("reports_sending", "staff_id", at="workforce_staff"),
        walls.points("reports_report", "follows_id", at="reports_report", index=False),
        walls.unique("reports_report", "report_of_document", "document_id"),
        walls.unique("reports_report", "report_followed_once", "follows_id", "follows_id is not null"),
        walls.dated("reports_report", "first_day", "last_day"),
        walls.dated("reports_release"),
        walls.checked(
            "reports_sending", "sending_grounded",
            "(ground in ('release', 'order')) = (release_id is not null) and (ground = 'right') = (contact_id is not null)",
        ),
        walls.permanent("reports_sending"),
    ]
