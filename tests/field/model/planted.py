"""Bugs that are planted, one at a time, into the running server: each must be found by the checker."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from psycopg.types.json import Jsonb

from alongside.documents.devices import OnDevice
from alongside.field.actions import enrolling
from alongside.field.receiving import carrying, deposit, door, keeping, sorting
from alongside.field.receiving.carrying import actor_of
from alongside.field.receiving.kinds import KINDS
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.incidents.models import Crisis
from alongside.workforce.lookups import supervisor_of
from tests.field.model.versions import AS_SHIPPED

Patch = Any


def no_dedupe(patch: Patch, _: Any) -> None:
    """What came before is carried out again."""
    real = deposit.sort

    def sort(given: Any, ring: Any, known: Any) -> Any:
        found = real(given, ring, known)
        for envelope in given.envelopes:
            plain = ring.open(envelope)
            again = plain and found.same.get((envelope.id, plain.digest))
            if again and again.outcome == "done" and plain.kind == "behaviour.record/1":
                kind, enrolment = KINDS[plain.kind], ring.keys[envelope.key].enrolment
                did = kind.read(plain.id, plain.on, plain.details, at=plain.at)
                kind.one(actor_of(enrolment.staff, ring.badge.device), replace(did, id=uuid7()))
        return found

    patch.setattr(deposit, "sort", sort)


def one_of_a_batch_is_dropped(patch: Patch, _: Any) -> None:
    """The last of several is called done, and is not."""

    def as_one(by: Any, kind: Any, steps: Any) -> bool:
        try:
            with transaction.atomic():
                kind.many(by, [step.did for step in steps[:-1]])
        except (Unacceptable, Refused, NotHere):
            return False
        for step in steps:
            step.item.done()
        return True

    patch.setattr(carrying, "_as_one", as_one)


def attributed_to_another(patch: Patch, _: Any) -> None:
    """Whoever enrolled last on the device is taken for the author."""
    last: dict[str, Any] = {}
    real = deposit.ring

    def ring(badge: Any, given: Any, known: Any) -> Any:
        last["staff"] = list(known.enrolments.values())[-1].staff
        return real(badge, given, known)

    patch.setattr(deposit, "ring", ring)
    patch.setattr(deposit, "actor_of", lambda staff, device: actor_of(last["staff"], device))


def a_gap_is_skipped(patch: Patch, _: Any) -> None:
    """What comes early is carried out at once."""
    patch.setattr(sorting.Sorted, "is_next", lambda found, item: True)


def overwritten(patch: Patch, connection: Any) -> None:
    """Another body under the same id takes the place of the first."""
    real = deposit.sort

    def sort(given: Any, ring: Any, known: Any) -> Any:
        found = real(given, ring, known)
        for item in found.items:
            if item.why == "other_body" and item.operation and "details" in item.operation.details:
                told = [Jsonb(item.operation.details["details"]), item.id]
                connection.execute("update behaviour_observation set details = %s where id = %s", told)
        return found

    patch.setattr(deposit, "sort", sort)


def receipt_before_commit(patch: Patch, _: Any) -> None:
    """Every third hand-in is answered, and rolled back."""
    real, times = door.receive, iter(range(1_000_000))

    def receive(badge: Any, given: Any) -> Any:
        answer = real(badge, given)
        if next(times) % 3 == 2:
            transaction.set_rollback(True)
        return answer

    patch.setattr(door, "receive", receive)


def the_clock_is_set_right(patch: Patch, _: Any) -> None:
    """The server writes its own moment where the device's was wrong, and says nothing."""
    real = keeping._receipt

    def receipt(id: Any, item: Any, device: Any) -> Any:
        return {**real(id, item, device), "at": datetime.now(UTC)}

    patch.setattr(keeping, "_receipt", receipt)


def what_is_held_is_dropped(patch: Patch, connection: Any) -> None:
    """What was held has its receipt, and is gone at the next hand-in."""
    real = deposit.standing

    def standing(badge: Any, given: Any) -> Any:
        connection.execute("delete from field_hold where outcome = 'held'")
        return real(badge, given)

    patch.setattr(deposit, "standing", standing)


def _otherwise(patch: Patch, kind: str, one: Any) -> None:
    patch.setitem(AS_SHIPPED, kind, replace(AS_SHIPPED[kind], one=one))


def what_was_signed_changes(patch: Patch, connection: Any) -> None:
    """A signed text is changed afterwards."""
    real = deposit.standing

    def standing(badge: Any, given: Any) -> Any:
        connection.execute("""update documents_version set body = body || '{"present": "nobody"}'""")
        return real(badge, given)

    patch.setattr(deposit, "standing", standing)


def any_key_signs(patch: Patch, _: Any) -> None:
    """A signature is not looked at."""
    patch.setattr(OnDevice, "is_signed", lambda made: True)


def taken_twice(patch: Patch, _: Any) -> None:
    """A reinforcer is taken twice for one exchange."""
    real = AS_SHIPPED["behaviour.exchange/1"].one
    _otherwise(patch, "behaviour.exchange/1", lambda by, did: (real(by, did), real(by, replace(did, id=uuid7()))))


def a_second_word_is_swallowed(patch: Patch, _: Any) -> None:
    """Whose crisis it was is said a second time and otherwise, is called done, and stands nowhere."""
    real = AS_SHIPPED["incidents.about/1"].one

    def one(by: Any, did: Any) -> Any:
        return None if Crisis.objects.get(pk=did.on).client_id else real(by, did)

    _otherwise(patch, "incidents.about/1", one)


def a_word_is_the_supervisors(patch: Patch, _: Any) -> None:
    """Whoever supervises is taken for who says that they are safe."""
    real = AS_SHIPPED["safety.check_in/1"].one

    def one(by: Any, did: Any) -> Any:
        return real(actor_of(supervisor_of(by.staff_id) or by.staff_id, did.id), did)

    _otherwise(patch, "safety.check_in/1", one)


def who_left_is_forgotten(patch: Patch, _: Any) -> None:
    """What waits of somebody who left is called done, and is not."""
    real = deposit.carry_out

    def carry_out(items: Any, held: Any, *, by: Any, now: Any) -> None:
        if by is not None:
            return real(items, held, by=by, now=now)
        for item in items:
            item.done()

    patch.setattr(deposit, "carry_out", carry_out)


def a_newcomer_is_whoever_came_first(patch: Patch, _: Any) -> None:
    """Who enrols on a device that is known is taken for who brought it."""
    real = enrolling._enrolment

    def enrolment(staff: Any, device: Any, id: Any, public_key: bytes) -> Any:
        return real(device.enrolled_by, device, id, public_key)

    patch.setattr(enrolling, "_enrolment", enrolment)


PLANTED = {
    no_dedupe: "doubled", one_of_a_batch_is_dropped: "lost", attributed_to_another: "wrong_author",
    a_gap_is_skipped: "out_of_order", overwritten: "overwritten", receipt_before_commit: "lost",
    the_clock_is_set_right: "unflagged", what_is_held_is_dropped: "lost", what_was_signed_changes: "overwritten",
    any_key_signs: "wrong_author", taken_twice: "doubled", a_second_word_is_swallowed: "overwritten",
    a_word_is_the_supervisors: "wrong_author", who_left_is_forgotten: "lost",
    a_newcomer_is_whoever_came_first: "wrong_author",
}  # fmt: skip

OFTEN = {
    who_left_is_forgotten: "somebody_leaves", a_newcomer_is_whoever_came_first: "the_server_forgets_whoever_came_last",
    a_second_word_is_swallowed: "a_crisis_of_nobody_yet", a_word_is_the_supervisors: "work_alone",
    taken_twice: "record_beside",
}  # fmt: skip
"""What brings about a bug that a run of everything meets seldom: it is tried more often."""


@contextmanager
def planted(bug: Any, patch: Patch, connection: Any) -> Iterator[None]:
    with patch.context() as while_it_runs:
        bug(while_it_runs, connection)
        yield
