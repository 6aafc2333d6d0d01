"""What search compares, derived from the names and the birth date of people it may find. Rebuildable."""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from alongside.parties.models import FormerName, Party, Token
from alongside.parties.names import sounds, words

CHUNK = 500


def index(party: Party) -> None:
    """Write one person's tokens anew: every name but the sealed ones."""
    Token.objects.filter(party=party).delete()
    if party.searched:
        former = FormerName.objects.filter(party=party, sealed=False).values_list("given", "family")
        Token.objects.bulk_create(_tokens(party, [name for pair in former for name in pair]))


def rebuild_tokens(heard: Callable[[int, int], None] = lambda done, of: None) -> int:
    """Write every person's tokens of this agency anew; returns how many people. `heard` follows (done, of)."""
    ids = list(Party.objects.filter(searched=True).order_by("id").values_list("pk", flat=True))
    Token.objects.all().delete()
    for start in range(0, len(ids), CHUNK):
        _rebuild(ids[start : start + CHUNK])
        heard(min(start + CHUNK, len(ids)), len(ids))
    return len(ids)


def _rebuild(ids: Iterable[UUID]) -> None:
    former: dict[UUID, list[str]] = {}
    for name in FormerName.objects.filter(party_id__in=ids, sealed=False):
        former.setdefault(name.party_id, []).extend((name.given, name.family))
    people = Party.objects.filter(pk__in=ids)
    Token.objects.bulk_create(token for party in people for token in _tokens(party, former.get(party.pk, [])))


def _tokens(party: Party, former: Iterable[str]) -> Iterator[Token]:
    known = words(party.preferred_name, party.legal_given, party.legal_family, *former)
    for word in known:
        yield Token(party=party, kind="name", token=word)
    for code in dict.fromkeys(code for word in known for code in sounds(word)):
        yield Token(party=party, kind="sound", token=code)
    if party.birth_date:
        yield Token(party=party, kind="born", token=party.birth_date.isoformat())
