"""Carrying out a confirmed disposal: every row of one client's record, in one transaction, under its certificate.

The role that does it can delete nothing without a certificate, and never the ledger, its seals or a certificate. What
belongs to a record is not listed anywhere: it is whatever points at the client, directly or by other rows.
"""

from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from typing import Any
from uuid import UUID

import psycopg
from django.apps import apps
from django.db.models import ForeignKey, Model
from psycopg.types.json import Jsonb

from alongside.foundation.ids import uuid7
from alongside.foundation.models import AgencyOwned, Revision
from alongside.project.troubles import Trouble

ROOT = "people.Client"
AROUND = ("parties.Party", "people.Household")  # go with the record when nobody else's row points at them
Rows = dict[type[Model], set[UUID]]


@dataclass
class Record:
    """What is found of one record: ids by model."""

    client_id: UUID
    rows: Rows = field(default_factory=dict)

    def add(self, model: type[Model], ids: set[UUID]) -> set[UUID]:
        """Remember rows; those that were new."""
        fresh = ids - self.rows.setdefault(model, set())
        self.rows[model] |= fresh
        return fresh


def carry_out(url: str, agency_id: UUID, disposal_id: UUID) -> dict[str, int] | None:
    """Dispose of the record that a certificate names; table -> rows gone. None when its client is gone already.

    `url` is the disposal role's. Raises Trouble, with nothing changed, where another client's row would go too; and
    psycopg.Error where the database refuses: not confirmed, done before, or the record was opened again.
    """
    with psycopg.connect(url) as connection:
        connection.execute(
            "select set_config('alongside.agency', %s, true), set_config('alongside.certificate', %s, true)",
            [str(agency_id), str(disposal_id)],
        )
        found = connection.execute("select client_id from people_disposal where id = %s", [disposal_id]).fetchone()
        if found is None or not _ids(connection, apps.get_model(ROOT), "id", {found[0]}):
            return None
        record = collected(connection, found[0])
        proof = _proof(connection, record)
        counts = _delete(connection, record)
        connection.execute(
            "insert into people_disposed (id, disposal_id, counts, proof) values (%s, %s, %s, %s)",
            [uuid7(), disposal_id, Jsonb(counts), Jsonb(proof)],
        )
        return counts


def collected(connection: psycopg.Connection, client_id: UUID) -> Record:
    """Every row that belongs to a client's record, and the people and homes that nobody else's row knows."""
    record = Record(client_id)
    near = {label: _around(connection, label, client_id) for label in AROUND}
    _follow(connection, record, apps.get_model(ROOT), {client_id})
    for label, ids in near.items():
        model = apps.get_model(label)
        _follow(connection, record, model, ids - _known_elsewhere(connection, record, model, ids))
    return record


def _follow(connection: psycopg.Connection, record: Record, model: type[Model], ids: set[UUID]) -> None:
    """These rows, and whatever points at them."""
    fresh = record.add(model, ids)
    for child, column in _pointing_at(model) if fresh else ():
        _refuse_others(connection, record, child, column, fresh)
        _follow(connection, record, child, _ids(connection, child, column, fresh))


def _pointing_at(model: type[Model]) -> list[tuple[type[Model], str]]:
    return [
        (other, f.column)
        for other in apps.get_models()
        if issubclass(other, AgencyOwned)
        for f in other._meta.fields
        if isinstance(f, ForeignKey) and f.related_model is model
    ]


def _refuse_others(
    connection: psycopg.Connection, record: Record, child: type[Model], column: str, ids: set[UUID]
) -> None:
    """A row of another client that points into this record would go with it: then nothing goes."""
    if "client_id" not in {f.column for f in child._meta.fields}:
        return
    words = f"select count(*) from {_table(child)} where {column} = any(%s) and client_id <> %s"
    [(others,)] = connection.execute(words, [list(ids), record.client_id]).fetchall()
    if others:
        raise Trouble(f"{others} rows of {_table(child)} are of another client: nothing was disposed of.")


def _around(connection: psycopg.Connection, label: str, client_id: UUID) -> set[UUID]:
    """The client's own party and those of the contacts; the homes."""
    model = apps.get_model(label)
    found: set[UUID] = set()
    for other, column in _pointing_at(model):
        names = {f.column for f in other._meta.fields}
        of = "id" if other is apps.get_model(ROOT) else "client_id"
        if of in names and other._meta.app_label == "people":
            words = f"select {column} from {_table(other)} where {of} = %s and {column} is not null"
            found |= {id for (id,) in connection.execute(words, [client_id]).fetchall()}
    return found


def _known_elsewhere(connection: psycopg.Connection, record: Record, model: type[Model], ids: set[UUID]) -> set[UUID]:
    """Which of these some row outside the record points at; what belongs to the person (names, ways) does not count."""
    known: set[UUID] = set()
    for other, column in _pointing_at(model):
        if other._meta.app_label == model._meta.app_label == "parties":
            continue
        words = f"select {column} from {_table(other)} where {column} = any(%s) and not id = any(%s)"
        mine = list(record.rows.get(other, ()))
        known |= {id for (id,) in connection.execute(words, [list(ids), mine]).fetchall()}
    return known


def _proof(connection: psycopg.Connection, record: Record) -> list[dict[str, Any]]:
    """What was signed, without its content: document, number, digest."""
    ids = list(record.rows.get(apps.get_model("documents.Version"), ()))
    words = "select document_id, number, digest from documents_version where id = any(%s) order by document_id, number"
    rows = connection.execute(words, [ids]).fetchall()
    return [{"document": str(document), "number": number, "digest": digest} for document, number, digest in rows]


def _delete(connection: psycopg.Connection, record: Record) -> dict[str, int]:
    """Children first; then what each row was before its changes."""
    every = set().union(*record.rows.values())
    revisions = _ids(connection, Revision, "subject_id", every)
    counts = {_table(model): _gone(connection, model, record.rows[model]) for model in _in_order(record.rows)}
    counts[_table(Revision)] = _gone(connection, Revision, revisions)
    return {table: count for table, count in sorted(counts.items()) if count}


def _in_order(rows: Rows) -> list[type[Model]]:
    graph = {model: {child for child, _ in _pointing_at(model) if child in rows} - {model} for model in rows}
    return list(TopologicalSorter(graph).static_order())


def _gone(connection: psycopg.Connection, model: type[Model], ids: set[UUID]) -> int:
    """Delete these rows; all of them or none."""
    gone = connection.execute(f"delete from {_table(model)} where id = any(%s)", [list(ids)]).rowcount
    if gone != len(ids):
        raise Trouble(f"{gone} of {len(ids)} rows of {_table(model)} could be deleted: nothing was disposed of.")
    return gone


def _ids(connection: psycopg.Connection, model: type[Model], column: str, ids: set[UUID]) -> set[UUID]:
    words = f"select id from {_table(model)} where {column} = any(%s)"
    return {id for (id,) in connection.execute(words, [list(ids)]).fetchall()}


def _table(model: type[Model]) -> str:
    return str(model._meta.db_table)
