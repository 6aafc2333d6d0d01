"""The sealed ledger shows every kind of tampering, also by somebody who owns the database."""

import psycopg
import pytest

from alongside.foundation import feeds, sealing, tenancy
from tests.house.test_feeds import write


@pytest.fixture
def sealed(world):
    """Three seals, three new entries each; returns what is kept outside: the last position and head."""
    for _ in range(3):
        with tenancy.inside(world.agency):
            for _ in range(3):
                write()
        with tenancy.inside(world.agency):
            feeds.sequence(world.agency, feeds.ensure_epoch())
            last = sealing.seal()
    return last.last_position, bytes(last.head)


def tampered(committed, sql):
    with psycopg.connect(committed.url("postgres"), autocommit=True) as superuser:
        superuser.execute("set session_replication_role = replica")
        superuser.execute(sql)


AT = "(select entry_id from foundation_position where position = {})"
TAMPERING = {
    "edit": f"update foundation_entry set verb = 'y' where id = {AT.format(5)}",
    "delete middle": f"delete from foundation_entry where id = {AT.format(5)}",
    "backdate": f"update foundation_entry set at = at - interval '1 day' where id = {AT.format(2)}",
    "swap": "update foundation_position set position = 1000 + position where position in (1, 2);"
    "update foundation_position set position = case position when 1001 then 2 else 1 end where position > 1000",
    "delete the tail": "delete from foundation_seal where last_position ="
    " (select max(last_position) from foundation_seal)",
    "another author": f"update foundation_entry set staff_id = gen_random_uuid() where id = {AT.format(9)}",
}


def test_an_untouched_ledger_verifies(world, sealed):
    with tenancy.inside(world.agency):
        assert sealing.verify(sealed) == []


@pytest.mark.parametrize("how", TAMPERING)
def test_tampering_shows(world, sealed, committed, how):
    tampered(committed, TAMPERING[how])
    with tenancy.inside(world.agency):
        assert sealing.verify(sealed) != []


def test_a_rewritten_chain_does_not_match_what_is_kept_outside(world, sealed, committed):
    tampered(committed, TAMPERING["edit"] + "; delete from foundation_seal")
    with tenancy.inside(world.agency):
        sealing.seal()
        assert [b.code for b in sealing.verify()] == []
        assert [b.code for b in sealing.verify(sealed)] == ["missing"]


def test_merkle_roots_follow_rfc_6962():
    """Roots of the reference tree of RFC 6962's test vectors (leaves "", 00, 10, 2021, 3031)."""
    leaves = [bytes.fromhex(x) for x in ("", "00", "10", "2021", "3031")]
    roots = {
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    }
    for n, root in roots.items():
        assert sealing.merkle(leaves[:n]).hex() == root
