"""A note for every session: of each TSS's newest some are drafts, one came back, some wait for the supervisor."""

from typing import Any

from bench.world.size import Size

DRAFTS, RETURNED, WAITING = 3, 4, 10  # of the newest of each TSS: up to this place in order

NOTES = """
create temp table paper as
    select s.id as session, s.client, s.tss, s.day, s.ended, v.supervisor_id as supervisor, uuidv7(s.ended - now()) as id,
           uuidv7(s.ended - now()) as document, uuidv7(s.ended - now()) as version,
           case when place <= %(drafts)s then 'draft' when place <= %(returned)s then 'returned'
                when place <= %(waiting)s then 'signed' else 'co-signed' end as state
    from (select *, row_number() over (partition by tss order by began desc, id) as place from session) s
    join workforce_supervision v on v.supervisee_id = s.tss;
insert into documents_document (id, client_id, author_id, form, form_edition, made_at)
    select document, client, tss, 'progress_note', '1', ended from paper order by ended;
insert into notes_note (id, document_id, session_id, client_id, author_id, format, service_day, service_code, minutes, units,
        due_at, state, cosigner_id, state_at, made_at)
    select id, document, session, client, tss, 'BIRP', day, 'H2014', 90, 6, now() + interval '1 day', state,
           case when state in ('signed', 'co-signed') then supervisor end, ended, ended from paper order by ended;
insert into documents_draft (id, document_id, body, saved, saved_by_id)
    select uuidv7(), document, '{"sentences": []}', 1, tss from paper where state in ('draft', 'returned');
insert into documents_version (id, document_id, number, kind, body, digest, late, made_by_id, at)
    select version, document, 1, 'first', jsonb_build_object('text', repeat(md5(id::text) || ' ', 40)),
           repeat('0', 64), false, tss, ended from paper where state <> 'draft' order by ended;
insert into documents_signature (id, version_id, staff_id, meaning, digest, name, credential, capacity, confirmed_at, at)
    select uuidv7(), version, tss, 'authored', repeat('0', 64), 'Rosa Delgado', 'TSS', 'TSS', ended, ended
    from paper where state <> 'draft' order by ended;
insert into documents_signature (id, version_id, staff_id, meaning, digest, name, credential, capacity, confirmed_at, at)
    select uuidv7(), version, supervisor, 'co-signed', repeat('0', 64), 'Imani Okafor', 'LPC', 'LPC', ended, ended
    from paper where state = 'co-signed' order by ended;
insert into notes_fingerprint (id, note_id, client_id, author_id, text, at)
    select uuidv7(), id, client, tss, repeat(md5(id::text) || ' ', 20), ended from paper where state <> 'draft'
    order by ended;
"""


def put(cursor: Any, size: Size) -> None:
    for one in filter(str.strip, NOTES.split(";")):
        cursor.execute(one, {"drafts": DRAFTS, "returned": RETURNED, "waiting": WAITING})
