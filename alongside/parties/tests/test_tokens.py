"""Tokens follow the names, and a rebuild writes the same."""

from alongside.parties import actions
from alongside.parties.models import Party, Token
from alongside.parties.tokens import rebuild_tokens


def tokens():
    return sorted(Token.objects.values_list("party_id", "kind", "token"))


def words_of(party):
    return set(Token.objects.filter(party=party, kind="name").values_list("token", flat=True))


def test_a_rebuild_writes_what_acts_wrote(cast):
    actions.rename(by=cast.amara, on=cast.theo.party_id, given="Theo", family="Marsh")
    before = tokens()
    Token.objects.all().delete()
    assert rebuild_tokens() == 3
    assert tokens() == before != []


def test_a_former_name_is_found_and_a_sealed_one_is_not(cast):
    actions.rename(by=cast.amara, on=cast.theo.party_id, given="Theodore", family="Marsh")
    assert words_of(cast.theo.party_id) == {"theodore", "bell", "marsh"}
    actions.rename(by=cast.amara, on=cast.theo.party_id, given="Theodore", family="Reed", sealed=True)
    assert words_of(cast.theo.party_id) == {"theodore", "bell", "reed"}


def test_only_clients_are_searched(cast):
    assert set(Token.objects.values_list("party_id", flat=True)) == set(
        Party.objects.filter(searched=True).values_list("pk", flat=True)
    )
    assert not Token.objects.filter(token="delgado").exists()
