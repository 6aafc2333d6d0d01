"""One note of a session, beside drafts that were put aside: a draft made elsewhere gives way, and both stay."""

from django.db import migrations
from django.db.migrations import RunSQL

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ("notes", "0003_away"),
    ]

    operations = [
        RunSQL(
            "drop index note_of_session",
            "create unique index note_of_session on notes_note (agency_id, session_id)",
        ),
        walls.unique("notes_note", "note_of_session", "session_id", "state <> 'aside'"),
        walls.index("notes_note", "note_session", "session_id"),
    ]
