"""The ledger's feed: every settled entry once, in order, across kills, slow transactions and restores."""

from uuid import uuid4

import psycopg
import pytest

from alongside.foundation import feeds, tenancy
from alongside.foundation.feeds import Follower
from alongside.foundation.feeds.following import TRIES
from alongside.foundation.models import Entry, Epoch, ParkedReaction, Position


def write(verb: str = "people.see") -> Entry:
    return Entry.objects.create(
        verb=verb, outcome="done", role="tss", relation="team", session_ref="", subject="x", subject_id=uuid4()
    )


def placed(world) -> list:
    with tenancy.inside(world.agency):
        epoch = feeds.ensure_epoch()
        feeds.sequence(world.agency, epoch)
        return [p.entry_id for p in Position.objects.order_by("position")]


def test_a_slow_transaction_is_waited_for_not_skipped(world, committed):
    with psycopg.connect(committed.url("app")) as slow:
        slow.execute("select set_config('alongside.agency', %s, false)", [str(world.agency)])
        late = uuid4()
        slow.execute(
            "insert into foundation_entry (id, verb, outcome, role, relation, session_ref, subject, reason)"
            " values (%s, 'x', 'done', '', '', '', '', '')",
            [late],
        )
        with tenancy.inside(world.agency):
            early = write()
        assert early.pk not in placed(world)  # it committed first, but an older transaction is still open
        slow.commit()
    assert placed(world)[-2:] == [late, early.pk]


def test_each_entry_has_one_position(world):
    with tenancy.inside(world.agency):
        entries = [write().pk for _ in range(5)]
    placed(world)
    assert sorted(placed(world)[-5:]) == sorted(entries)
    with tenancy.inside(world.agency):
        positions = list(Position.objects.order_by("position").values_list("position", flat=True))
    assert positions == list(range(1, len(positions) + 1))


def test_after_a_restore_older_entries_have_settled(world, committed):
    """Transaction ids of a fresh cluster are lower than those in the restored rows."""
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        owner.execute("alter table foundation_entry alter column xact set default '99999999'::xid8")
    with tenancy.inside(world.agency):
        old = write()
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        owner.execute("alter table foundation_entry alter column xact set default pg_current_xact_id()")
    assert old.pk not in placed(world)
    Epoch.objects.create(system_identifier="another cluster")
    epoch = Epoch.objects.get(system_identifier="another cluster")
    with tenancy.inside(world.agency):
        feeds.sequence(world.agency, epoch)
        assert Position.objects.filter(entry_id=old.pk).exists()


def test_a_failing_reaction_is_parked_and_the_others_go_on(world):
    seen = []

    def breaks(entry):
        raise ValueError("no")

    def sees(entry):
        seen.append(entry.pk)

    follower = Follower("test", {"notes.sign": [breaks, sees]})
    with tenancy.inside(world.agency):
        entry = write("notes.sign")
    placed(world)
    for _ in range(TRIES + 3):
        feeds.follow(world.agency, follower)
    assert seen == [entry.pk]
    with tenancy.inside(world.agency):
        parked = ParkedReaction.objects.get()
    assert (parked.tries, parked.fault, parked.settled_at) == (TRIES, "ValueError", None)


def test_a_reaction_that_fails_once_is_done_at_the_next_try(world):
    tries = []

    def stumbles(entry):
        tries.append(entry.pk)
        if len(tries) == 1:
            raise ValueError("not yet")

    follower = Follower("test", {"notes.sign": [stumbles]})
    with tenancy.inside(world.agency):
        write("notes.sign")
    placed(world)
    feeds.follow(world.agency, follower)
    feeds.follow(world.agency, follower)
    assert len(tries) == 2
    with tenancy.inside(world.agency):
        assert ParkedReaction.objects.get().settled_at is not None


def test_a_kill_between_batches_neither_loses_nor_doubles(world):
    seen, deadly = [], [True]

    class Killed(BaseException):
        pass

    def sees(entry):
        if len(seen) == 3 and deadly:
            raise Killed
        seen.append(entry.pk)

    follower = Follower("test", {"notes.sign": [sees]})
    with tenancy.inside(world.agency):
        entries = [write("notes.sign").pk for _ in range(6)]
    placed(world)
    with pytest.raises(Killed):
        feeds.follow(world.agency, follower)
    deadly.clear()
    seen.clear()  # what it did was rolled back together with the position
    feeds.follow(world.agency, follower)
    assert seen == entries
