"""The ledger of it all: for every session that it began, was recorded and ended, and that its note was written."""

from typing import Any

from bench.world.size import Size

ENTRIES = """
insert into foundation_entry (id, at, verb, outcome, staff_id, role, relation, session_ref, subject, subject_id, client_id,
        reason, xact)
    select uuidv7(s.began - now()), s.began + make_interval(mins => v.k::int), verb, 'done', s.tss, 'tss', 'team', '',
           'sessions.Session', s.id, s.client, '', '3'::xid8
    from session s, unnest(array['sessions.start', 'behaviour.record', 'behaviour.record', 'sessions.end', 'notes.draft',
                                 'notes.sign']) with ordinality as v(verb, k)
    order by s.began;
insert into foundation_position (id, entry_id, position)
    select uuidv7(), id, row_number() over (order by at, id) from foundation_entry;
insert into foundation_feed (id, name, position, horizon)
    select uuidv7(), name, (select count(*) from foundation_position), pg_snapshot_xmin(pg_current_snapshot())::text
    from unnest(array['sequencer', 'reactions']) name;
"""


def put(cursor: Any, size: Size) -> None:
    for one in filter(str.strip, ENTRIES.split(";")):
        cursor.execute(one)
