"""Small facts about people for the floors above."""

from datetime import date
from uuid import UUID

from alongside.parties.alike import Called, Heard
from alongside.parties.models import Party, Token
from alongside.parties.names import sounds, words


def called(given: str, family: str) -> Called:
    """A name as alike.names_alike compares it."""
    return Called(tuple(map(_heard, words(given))), tuple(map(_heard, words(family))))


def _heard(word: str) -> Heard:
    return Heard(word, frozenset(sounds(word)))


def found_exactly(given: str, family: str, born: date) -> list[UUID]:
    """Whom search finds of this birth date under exactly this name, preferred or legal. One statement."""
    same_day = Token.objects.filter(kind="born", token=born.isoformat()).values("party_id")
    asked = words(given, family)
    return [
        party.pk
        for party in Party.objects.filter(pk__in=same_day)
        if asked in (words(party.legal_given, party.legal_family), words(party.preferred_name, party.legal_family))
    ]
