"""The append-only account of what was done. Written by `doing`; read by feeds.py."""

import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.foundation.policy import Actor, Capacity


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
    entry = Entry(
        id=uuid7(), verb=verb, outcome=outcome, reason=reason, staff_id=by.staff_id, account_id=by.account_id,
        role=capacity.role, relation=capacity.relation, session_ref=by.session_ref, request_id=by.request_id,
        on_behalf_of=by.on_behalf_of, subject=label(about), subject_id=about.pk, client_id=client_of(about),
    )  # fmt: skip
    if details is not None:
        entry.digest = hashlib.sha256(entry.id.bytes + repr(details).encode()).digest()
    entry.save(force_insert=True)
    return entry.id


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
