"""How everything is done and read here: found, asked, carried out, written down. One transaction."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, cast
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.foundation import ledger
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.policy import insist

Result = TypeVar("Result")
Gives = TypeVar("Gives", covariant=True)


class Asked(Protocol[Gives]):
    """An action or a query as callers see it: on a row or its id, with the details its function names."""

    verb: str
    subject: str

    def __call__(self, *, by: Any, on: Any, **details: Any) -> Gives: ...


ACTIONS: dict[str, Asked[Any]] = {}
QUERIES: dict[str, Asked[Any]] = {}


def action(
    verb: str, *, on: str, locks: bool = False, makes: bool = False, fetch: tuple[str, ...] = ()
) -> Callable[[Callable[..., Result]], Asked[Result]]:
    """Declare a write on one subject (`on` is its model label). It is refused or it is recorded.

    `locks`: a state verb, which locks its subject first; recording verbs append and lock nothing.
    `makes`: the entry is about the row that the action returns. `fetch`: keys read with the subject.
    Callers may pass `opened_for=client_id`: the client whose page the form stood on.
    """

    label = on

    def declare(carry_out: Callable[..., Result]) -> Asked[Result]:
        @wraps(carry_out)
        def do(*, by: Any, on: Any, opened_for: UUID | str | None = None, **details: Any) -> Result:
            with transaction.atomic():
                subject = find(label, on, lock=locks, fetch=fetch)
                capacity = insist(by, verb, subject)
                same_client(subject, opened_for)
                result = carry_out(by=by, on=subject, **details)
                about = result if makes else subject
                ledger.write(verb, by=by, capacity=capacity, outcome="done", about=about, details=details)
            return result

        return _declared(ACTIONS, verb, label, do)

    return declare


def query(verb: str, *, on: str, fetch: tuple[str, ...] = ()) -> Callable[[Callable[..., Result]], Asked[Result]]:
    """Declare a read of one subject: the same question, and an entry, before anything of theirs is shown."""

    label = on

    def declare(fetch_it: Callable[..., Result]) -> Asked[Result]:
        @wraps(fetch_it)
        def read(*, by: Any, on: Any, **details: Any) -> Result:
            subject = find(label, on, fetch=fetch)
            capacity = insist(by, verb, subject)
            ledger.write(verb, by=by, capacity=capacity, outcome="read", about=subject)
            return fetch_it(by=by, on=subject, **details)

        return _declared(QUERIES, verb, label, read)

    return declare


def consider(this: Asked[Any], *, by: Any, on: Any) -> None:
    """Refuse what an act would refuse, before its form is shown. Raises Refused, or NotHere."""
    insist(by, this.verb, find(this.subject, on))


def _declared(register: dict[str, Asked[Any]], verb: str, label: str, function: Callable[..., Result]) -> Asked[Result]:
    if verb in register:
        raise RuntimeError(f"{verb} is declared twice")
    asked = cast(Asked[Result], function)
    asked.verb, asked.subject = verb, label
    register[verb] = asked
    return asked


def find(label: str, subject: Any, *, lock: bool = False, fetch: tuple[str, ...] = ()) -> Any:
    """The subject by id, inside this agency's wall; locked while an action decides about its state."""
    rows = apps.get_model(label)._base_manager.all()
    if isinstance(subject, rows.model) and not lock:
        return subject
    if lock:
        rows = rows.select_for_update(no_key=True, of=("self",))
    if fetch:
        rows = rows.select_related(*fetch)
    try:
        return rows.get(pk=getattr(subject, "pk", subject))
    except (rows.model.DoesNotExist, ValidationError, ValueError, TypeError) as absent:
        raise NotHere(label) from absent


def same_client(subject: Any, opened_for: UUID | str | None) -> None:
    """A form says which client's page it stood on; a write to another client is stopped here."""
    if opened_for is not None and str(ledger.client_of(subject)) != str(opened_for):
        raise Unacceptable(Fault("foundation.fault.other_client"))
