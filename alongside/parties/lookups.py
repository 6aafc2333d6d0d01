"""Small facts about people for the floors above."""

from alongside.parties.names import sounds, words
from alongside.parties.rules import Called, Heard


def called(given: str, family: str) -> Called:
    """A name as rules.names_alike compares it."""
    return Called(tuple(map(_heard, words(given))), tuple(map(_heard, words(family))))


def _heard(word: str) -> Heard:
    return Heard(word, frozenset(sounds(word)))
