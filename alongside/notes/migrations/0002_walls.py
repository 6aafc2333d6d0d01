"""The promises PostgreSQL keeps for notes."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("documents", "0002_walls"),
        ("foundation", "0002_walls"),
        ("notes", "0001_initial"),
        ("people", "0002_walls"),
        ("sessions", "0002_walls"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("notes_note"),
        walls.tenant("notes_fingerprint", grants="select, insert, update, delete"),
        walls.tenant("notes_likeness"),
        walls.tenant("notes_putaside"),
        walls.points("notes_note", "document_id", at="documents_document", index=False),
        walls.points("notes_note", "session_id", at="sessions_session", index=False),
        walls.points("notes_note", "client_id", at="people_client", index=False),
        walls.points("notes_note", "author_id", at="workforce_staff", index=False),
        walls.points("notes_note", "cosigner_id", at="workforce_staff", index=False),
        walls.points("notes_fingerprint", "note_id", at="notes_note"),
        walls.points("notes_fingerprint", "client_id", at="people_client"),
        walls.points("notes_fingerprint", "author_id", at="workforce_staff"),
        walls.points("notes_likeness", "note_id", at="notes_note"),
        walls.points("notes_likeness", "client_id", at="people_client"),
        walls.points("notes_putaside", "note_id", at="notes_note"),
        walls.points("notes_putaside", "client_id", at="people_client"),
        walls.points("notes_putaside", "staff_id", at="workforce_staff"),
        walls.points("notes_putaside", "text_id", at="documents_aside"),
        walls.checked("notes_putaside", "put_aside_with_a_reason", "length(trim(reason)) >= 10"),
        walls.unique("notes_note", "note_of_session", "session_id"),
        walls.unique("notes_note", "note_document_once", "document_id"),
        walls.index("notes_note", "note_author_state", "author_id, state, state_at"),
        walls.index("notes_note", "note_cosigner_state", "cosigner_id, state, state_at"),
        walls.index("notes_note", "note_client_day", "client_id, service_day"),
        walls.unique("notes_fingerprint", "fingerprint_once", "note_id"),
        walls.index("notes_fingerprint", "fingerprint_author_at", "author_id, at"),
        walls.index("notes_fingerprint", "fingerprint_client_at", "client_id, at"),
        walls.permanent("notes_likeness"),
        walls.permanent("notes_putaside"),
    ]
