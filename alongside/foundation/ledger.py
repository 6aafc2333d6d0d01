"""The append-only account of what was done. Written by `doing`; read by feeds.py."""

import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.foundation.planned import planned
from alongside.foundation.policy import Actor, Capacity

WRITE = """
insert into foundation_entry (id, verb, outcome, reason, staff_id, account_id, role, relation, session_ref, request_id,
    on_behalf_of, subject, subject_id, client_id, digest)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


def write(
    verb: str,
    *,
    by: Actor,
    capacity: Capacity,
    outcome: str,
    about: Any,
    details: Any = None,
    reason: str = "",
) -> UUID:
    """One entry, in the transaction of the act. `about` is a row; `details` are digested, never kept."""
    id = uuid7()
    digest = None if details is None else hashlib.sha256(id.bytes + repr(details).encode()).digest()
    row = (
        id, verb, outcome, reason, by.staff_id, by.account_id, capacity.role, capacity.relation, by.session_ref,
        by.request_id, by.on_behalf_of, label(about), about.pk, client_of(about), digest,
    )  # fmt: skip
    with planned() as cursor:
        cursor.execute(WRITE, row)
    return id


def read_each(verb: str, *, by: Actor, capacity: Capacity, rows: Iterable[Any]) -> None:
    """One entry of reading for each of several rows of one model, in one statement: every client has their own."""
    Entry.objects.bulk_create(
        Entry(
            id=uuid7(), verb=verb, outcome="read", staff_id=by.staff_id, account_id=by.account_id, role=capacity.role,
            relation=capacity.relation, session_ref=by.session_ref, request_id=by.request_id,
            on_behalf_of=by.on_behalf_of, subject=label(row), subject_id=row.pk, client_id=client_of(row),
        )
        for row in rows
    )  # fmt: skip


def refuse(verb: str, *, by: Actor, about: Any, code: str) -> None:
    """A refusal is an act too. Called by the door after the rollback, in a transaction of its own."""
    entry = Entry(
        id=uuid7(), verb=verb, outcome="refused", reason=code, staff_id=by.staff_id, account_id=by.account_id,
        role=" ".join(by.roles), relation="", session_ref=by.session_ref, request_id=by.request_id,
        on_behalf_of=by.on_behalf_of, subject=label(about) if about is not None else "",
        subject_id=getattr(about, "pk", None), client_id=client_of(about),
    )  # fmt: skip
    entry.save(force_insert=True)


def label(row: Any) -> str:
    return str(row._meta.label)


def client_of(row: Any) -> UUID | None:
    """The client a row is about: its own id, its client_id column, or none."""
    if row is None:
        return None
    if label(row) == "people.Client":
        client: UUID | None = row.pk
    else:
        client = getattr(row, "client_id", None)
    return client
