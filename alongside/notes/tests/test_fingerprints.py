"""Fingerprints are derived: made anew they are the same."""

from alongside.notes import actions as notes
from alongside.notes.fingerprints import rebuild_fingerprints
from alongside.notes.models import Fingerprint
from alongside.notes.tests import scenes


def rows():
    return sorted(Fingerprint.objects.values_list("note_id", "author_id", "client_id", "text", "at"))


def test_made_anew_they_are_the_same(cast):
    scenes.note(cast, hours_ago=8)
    scenes.signed(cast, hours_ago=5)
    added = scenes.signed(cast, hours_ago=2, own={"plan": "Music next week.", "safety": "A fire drill; all counted."})
    notes.add(by=scenes.confirmed(cast.rosa), on=added.pk, text="More.", reason="Forgot it in the note.")
    before = rows()
    assert rebuild_fingerprints() == 2
    assert rows() == before and len(before) == 2
