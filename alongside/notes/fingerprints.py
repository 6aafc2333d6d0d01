"""What notes are compared by, made anew from the signed versions: `alongside rebuild fingerprints`."""

from collections.abc import Callable

from alongside.documents.lookups import newest
from alongside.notes.likeness import fingerprint
from alongside.notes.models import NEVER_SIGNED, Fingerprint, Note


def rebuild_fingerprints(heard: Callable[[int, int], None] = lambda done, of: None) -> int:
    """Write every signed note's fingerprint of this agency anew; returns how many. `heard` follows (done, of)."""
    kept = dict(Fingerprint.objects.values_list("note_id", "at"))
    signed = list(Note.objects.exclude(state__in=NEVER_SIGNED).order_by("id"))
    Fingerprint.objects.all().delete()
    for done, note in enumerate(signed, 1):
        version = newest(note.document_id, whole=True)
        if version is not None:
            at = kept.get(note.pk, version.at)
            Fingerprint.objects.create(
                note=note, client_id=note.client_id, author_id=note.author_id, text=fingerprint(version.body), at=at
            )
        heard(done, len(signed))
    return len(signed)
