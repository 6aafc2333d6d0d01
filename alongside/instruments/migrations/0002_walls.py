"""The promises PostgreSQL keeps for answers and what they are worth."""

from django.db.migrations import Migration

from alongside.foundation import walls

TABLES = ("answering", "score", "answer", "alarm", "alarmanswer", "voided", "asking")
PERMANENT = ("score", "answer", "alarm", "alarmanswer", "voided")


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("documents", "0004_forms"), ("foundation", "0002_walls"), ("instruments", "0001_initial"),
        ("people", "0002_walls"), ("sessions", "0002_walls"), ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        *[walls.tenant(f"instruments_{table}") for table in TABLES],
        walls.points("instruments_answering", "document_id", at="documents_document", index=False),
        walls.points("instruments_answering", "client_id", at="people_client"),
        walls.points("instruments_answering", "edition_id", at="documents_edition"),
        walls.points("instruments_answering", "session_id", at="sessions_session"),
        walls.points("instruments_answering", "made_by_id", at="workforce_staff"),
        walls.unique("instruments_answering", "answering_of_one_document", "document_id"),
        *[walls.points(f"instruments_{table}", "answering_id", at="instruments_answering")
          for table in ("score", "answer", "alarm")],
        *[walls.points(f"instruments_{table}", "version_id", at="documents_version")
          for table in ("score", "answer", "alarm")],
        *[walls.points(f"instruments_{table}", "client_id", at="people_client")
          for table in ("score", "answer", "alarm", "alarmanswer", "voided", "asking")],
        walls.unique("instruments_score", "score_once", "version_id, scale"),
        walls.unique("instruments_answer", "answer_once", "version_id, link, number"),
        walls.unique("instruments_alarm", "alarm_once", "version_id, path"),
        walls.points("instruments_alarm", "staff_id", at="workforce_staff"),
        walls.points("instruments_alarmanswer", "alarm_id", at="instruments_alarm", index=False),
        walls.points("instruments_alarmanswer", "staff_id", at="workforce_staff"),
        walls.unique("instruments_alarmanswer", "alarm_looked_after_once", "alarm_id"),
        walls.points("instruments_voided", "answering_id", at="instruments_answering", index=False),
        walls.points("instruments_voided", "staff_id", at="workforce_staff"),
        walls.unique("instruments_voided", "voided_once", "answering_id"),
        walls.points("instruments_asking", "staff_id", at="workforce_staff"),
        walls.points("instruments_asking", "made_by_id", at="workforce_staff"),
        walls.unique("instruments_asking", "asked_once", "client_id, form, respondent, occasion", "ended_on is null"),
        walls.dated("instruments_asking"),
        *[walls.permanent(f"instruments_{table}") for table in PERMANENT],
    ]  # fmt: skip
