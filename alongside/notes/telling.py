"""Who is told about a note: called from settled entries, never inside the act. A letter names nobody."""

from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.notes.models import Note
from alongside.workforce.lookups import stand_ins_of, supervisors_of


def tell_cosigner(entry: Entry) -> None:
    """Whoever is asked to co-sign, or whoever stands in for them today. Nobody where it was answered meanwhile."""
    note = _note(entry)
    outbox.withdraw(code="notes.letter.returned", path=f"/notes/{note.pk}/")
    if note.state != "signed" or note.cosigner_id is None:
        return
    others = [staff for staff in stand_ins_of(note.cosigner_id) if staff != note.author_id]
    for staff in others or [note.cosigner_id]:
        outbox.post(to=staff, code="notes.letter.cosign", path=f"/notes/{note.pk}/cosign/", cause=entry.pk)


def tell_author(entry: Entry) -> None:
    """Whoever wrote it: the note came back, and the page says why."""
    note = _note(entry)
    tell_no_more(entry)
    outbox.post(to=note.author_id, code="notes.letter.returned", path=f"/notes/{note.pk}/", cause=entry.pk)


def tell_no_more(entry: Entry) -> None:
    """It is co-signed, or went back: nobody is asked to co-sign it any more."""
    outbox.withdraw(code="notes.letter.cosign", path=f"/notes/{entry.subject_id}/cosign/")


def tell_supervisors(entry: Entry) -> None:
    """Who supervises the author today, or covers: a note was put aside."""
    note = _note(entry)
    for staff in supervisors_of(note.author_id):
        outbox.post(to=staff, code="notes.letter.aside", path=f"/notes/{note.pk}/", cause=entry.pk)


def _note(entry: Entry) -> Note:
    assert entry.subject_id is not None
    return Note.objects.get(pk=entry.subject_id)
