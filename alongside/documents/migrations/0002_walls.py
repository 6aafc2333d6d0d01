"""The promises PostgreSQL keeps for documents."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("documents", "0001_initial"),
        ("foundation", "0002_walls"),
        ("people", "0002_walls"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("documents_document"),
        walls.tenant("documents_draft", grants="select, insert, update, delete"),
        walls.tenant("documents_aside"),
        walls.tenant("documents_version"),
        walls.tenant("documents_signature"),
        walls.tenant("documents_return"),
        walls.points("documents_document", "client_id", at="people_client"),
        walls.points("documents_document", "author_id", at="workforce_staff"),
        walls.points("documents_draft", "document_id", at="documents_document", index=False),
        walls.points("documents_draft", "saved_by_id", at="workforce_staff"),
        walls.points("documents_aside", "document_id", at="documents_document"),
        walls.points("documents_aside", "staff_id", at="workforce_staff"),
        walls.points("documents_version", "document_id", at="documents_document", index=False),
        walls.points("documents_version", "made_by_id", at="workforce_staff"),
        walls.points("documents_signature", "version_id", at="documents_version", index=False),
        walls.points("documents_signature", "staff_id", at="workforce_staff"),
        walls.points("documents_return", "version_id", at="documents_version", index=False),
        walls.points("documents_return", "staff_id", at="workforce_staff"),
        walls.unique("documents_draft", "draft_once", "document_id"),
        walls.unique("documents_version", "version_once", "document_id, number"),
        walls.unique("documents_signature", "signature_once", "version_id, staff_id"),
        walls.unique("documents_return", "return_once", "version_id"),
        walls.permanent("documents_aside"),
        walls.permanent("documents_version"),
        walls.permanent("documents_signature"),
        walls.permanent("documents_return"),
    ]
