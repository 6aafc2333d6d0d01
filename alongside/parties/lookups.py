"""Small facts about people for the floors above."""

from datetime import date

from alongside.parties.alike import Called, Heard
from alongside.parties.models import Party, Token
from alongside.parties.names import sounds, words


def called(given: str, family: str) -> Called:
    """A name as alike.names_alike compares it."""
    return Called(tuple(map(_heard, words(given))), tuple(map(_heard, words(family))))


def _heard(word: str) -> Heard:
    return Heard(word, frozenset(sounds(word)))


def same_person(given: str, family: str, born: date) -> bool:
    """Whether search finds somebody of this birth date under this name. One statement."""
    same_day = Token.objects.filter(kind="born", token=born.isoformat()).values("party_id")
    found = Party.objects.filter(pk__in=same_day)
    return any(words(given, family) == words(party.legal_given, party.legal_family) for party in found)
