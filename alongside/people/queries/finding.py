"""Finding a client by any name, by how it sounds, by birth date or number, among those the asker may see.

Each part reads a bounded piece of one index, so that the cost does not grow with the agency.
"""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from alongside.foundation.doing import query
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.parties.asked import Asked, understood
from alongside.parties.names import sounds
from alongside.people.lines import COLUMNS, Line, alike_in
from alongside.people.visible import NEAR, bounds

SHOWN = 20
READ = {1: 120}  # index rows read for each word: few for one word alone, more where several narrow each other
READ_MORE = 2_000
LONGEST = 100

FROM_ALL = "(select party_id, token from parties_token where {where} order by token limit {read})"
# Offset 0 keeps the planner at the few words of the few people who are near, however common the word is elsewhere.
FROM_NEAR = """(select k.party_id, k.token from near n cross join lateral
    (select * from parties_token w where w.party_id = n.party_id offset 0) k where {where} limit 2000)"""
WHOM = f"select c.id, c.party_id from people_client c where c.id in ({NEAR})"
NUMBER = """select party_id, 0 as rank from people_client
    where identifier >= %(number)s and identifier < %(number_end)s {visible} order by identifier limit 50"""

FIND = f"""
with {{near}}hit as ({{hits}}),
best as (select party_id, min(rank) as rank from hit group by party_id)
select {COLUMNS}, best.rank
from best join people_client c on c.party_id = best.party_id {{visible}}
join parties_party p on p.agency_id = c.agency_id and p.id = c.party_id
order by c.discharged_on is not null, best.rank, 6, 7, c.id limit {SHOWN + 1}
"""


@dataclass(frozen=True)
class FoundLine:
    """A client found. `sound`: by how the name sounds only."""

    line: Line
    age: int | None
    sound: bool
    alike: bool


@dataclass(frozen=True)
class Found:
    """The first 20 of whom the asker may see; `more`: there are others, add a word or a birth date."""

    lines: tuple[FoundLine, ...]
    more: bool
    asked: bool


@query("people.find", on="agencies.Agency")
def find(*, by: Actor, on: Any, typed: str) -> Found:
    """Clients whose names, birth date or number fit what was typed. One statement. Raises Unacceptable (q)."""
    if len(typed) > LONGEST:
        raise Unacceptable(Fault("people.fault.long_search", "q", {"most": LONGEST}))
    day = today(by.zone)
    asked = understood(checked(q=typed)["q"], day)
    everybody, values = bounds(by, "people.find", day)
    if asked.empty or not (everybody or values["near"]):
        return Found((), False, not asked.empty)
    rows = _rows(asked, everybody, values)
    alike = alike_in([line for line, _ in rows[:SHOWN]])
    lines = (FoundLine(line, line.age(day), rank >= 2, line.id in alike) for line, rank in rows[:SHOWN])
    return Found(tuple(lines), len(rows) > SHOWN, True)


def _rows(asked: Asked, everybody: bool, values: dict[str, Any]) -> list[tuple[Line, int]]:
    hits = _hits(asked, FROM_ALL if everybody else FROM_NEAR, values)
    if asked.number:
        values |= {"number": asked.number, "number_end": asked.number + "\U0010ffff"}
        hits.append("(" + NUMBER.format(visible="" if everybody else "and id in (select id from near)") + ")")
    near = "" if everybody else f"near as materialized ({WHOM}),"
    visible = "" if everybody else "and c.id in (select id from near)"
    with connection.cursor() as cursor:
        cursor.execute(FIND.format(near=near, hits=" union all ".join(hits), visible=visible), values)
        return [(Line(*row[:9]), row[9]) for row in cursor.fetchall()]


def _hits(asked: Asked, source: str, values: dict[str, Any]) -> list[str]:
    """One select (party_id, rank): who has every word, and the birth date. Rank 0 whole word, 1 begun, 2 sound."""
    parts = [_word(number, word, source, asked, values) for number, word in enumerate(asked.words)]
    if asked.born:
        values |= {"born": asked.born, "born_end": asked.born + "~"}
        where = "kind = 'born' and token >= %(born)s and token < %(born_end)s"
        parts.append(_part(len(parts), source, where, "0", _read(asked)))
    if not parts:
        return []
    return [
        f"""(select party_id, max(rank) as rank from (select party_id, part, min(rank) as rank from
        ({" union all ".join(parts)}) each_part group by party_id, part) every_part
        group by party_id having count(*) = {len(parts)})"""
    ]


def _word(number: int, word: str, source: str, asked: Asked, values: dict[str, Any]) -> str:
    name, codes = f"w{number}", [code for code in sounds(word) if len(code) > 1]
    values |= {name: word, f"{name}_end": word + "\U0010ffff", f"{name}_sound": codes}
    begun = f"kind = 'name' and token >= %({name})s and token < %({name}_end)s"
    parts = [_part(number, source, begun, f"case when token = %({name})s then 0 else 1 end", _read(asked))]
    if codes:
        parts.append(_part(number, source, f"kind = 'sound' and token = any(%({name}_sound)s)", "2", _read(asked)))
    return " union all ".join(parts)


def _part(number: int, source: str, where: str, rank: str, read: int) -> str:
    piece = source.format(where=where, read=read)
    return f"select party_id, {number} as part, {rank} as rank from {piece} piece{number}"


def _read(asked: Asked) -> int:
    return READ.get(len(asked.words) + bool(asked.born), READ_MORE)
