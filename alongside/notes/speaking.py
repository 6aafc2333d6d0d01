"""Which objectives a client's signed notes speak of: by what their sentences rest on, in the newest whole text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

SPOKEN = """
select n.id, n.session_id, array(
    select distinct one #>> '{}' from jsonb_path_query(
        v.body, '$.sentences[*].evidence[*] ? (@.kind == "plan").ids[*]') one
    where one #>> '{}' = any(%(ids)s))
from notes_note n
join lateral (select body from documents_version w where w.agency_id = n.agency_id and w.document_id = n.document_id
    and w.kind <> 'addendum' order by w.number desc limit 1) v on true
where n.client_id = %(client)s and n.state not in ('draft', 'aside')
order by n.service_day desc, n.id desc limit %(most)s
"""


@dataclass(frozen=True)
class Speaks:
    """A signed note, and the objectives that it speaks of; none where it speaks of no such."""

    note_id: UUID
    session_id: UUID
    objectives: frozenset[UUID]


def speaking_of(client_id: UUID, objective_ids: Iterable[UUID], *, most: int) -> list[Speaks]:
    """The newest signed notes of a client, each with those of these objectives of which it speaks. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(SPOKEN, {"client": client_id, "ids": [str(id) for id in objective_ids], "most": most})
        return [Speaks(note, session, frozenset(map(UUID, ids))) for note, session, ids in cursor.fetchall()]


def named_in(body: dict[str, Any]) -> Iterator[str]:
    """The ids of lines of a plan on which the sentences of a text rest, as it keeps them."""
    for sentence in body["sentences"]:
        for evidence in sentence.get("evidence", ()):
            if evidence["kind"] == "plan":
                yield from evidence["ids"]
