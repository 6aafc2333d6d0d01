"""The promises PostgreSQL keeps for documents."""

from django.db.migrations import Migration, RunSQL

from alongside.foundation import walls

VERSIONS = """
create function documents_version_follows() returns trigger language plpgsql as $$
declare newest documents_version;
begin
    perform from documents_document d where d.agency_id = new.agency_id and d.id = new.document_id for no key update;
    if not found then raise exception 'no such document here' using errcode = 'foreign_key_violation'; end if;
    select * into newest from documents_version v
        where v.agency_id = new.agency_id and v.document_id = new.document_id order by v.number desc limit 1;
    if new.number <> coalesce(newest.number, 0) + 1 then
        raise exception 'versions follow one another' using errcode = 'check_violation', constraint = 'version_follows';
    end if;
    if (new.number = 1) <> (new.kind = 'first') then
        raise exception 'only version 1 is the first' using errcode = 'check_violation', constraint = 'version_kind';
    end if;
    if new.kind <> 'first' and (new.kind = 'corrected') <> exists (
        select from documents_return r where r.agency_id = new.agency_id and r.version_id = newest.id) then
        raise exception 'a correction follows a return, an addendum does not'
            using errcode = 'check_violation', constraint = 'version_kind';
    end if;
    return new;
end $$;
create trigger documents_version_follows before insert on documents_version
    for each row execute function documents_version_follows();
"""
SIGNATURES = """
create function documents_newest(agency uuid, version uuid) returns documents_version language plpgsql as $$
declare it documents_version;
begin
    select * into it from documents_version v where v.agency_id = agency and v.id = version;
    if not found then raise exception 'no such version here' using errcode = 'foreign_key_violation'; end if;
    perform from documents_document d where d.agency_id = agency and d.id = it.document_id for no key update;
    if exists (select from documents_version v where v.agency_id = agency and v.document_id = it.document_id
               and v.number > it.number) then
        raise exception 'a newer version exists' using errcode = 'check_violation', constraint = 'signature_on_newest';
    end if;
    return it;
end $$;
create function documents_signature_stands() returns trigger language plpgsql as $$
declare it documents_version := documents_newest(new.agency_id, new.version_id);
begin
    if new.digest <> it.digest then
        raise exception 'a signature carries the digest of its version'
            using errcode = 'check_violation', constraint = 'signature_digest';
    end if;
    if (new.meaning = 'authored') <> (new.staff_id = it.made_by_id) then
        raise exception 'the maker of a version signs it as its author, and nobody else does'
            using errcode = 'check_violation', constraint = 'signature_meaning';
    end if;
    if new.meaning = 'co-signed' and (
        exists (select from documents_return r where r.agency_id = new.agency_id and r.version_id = it.id)
        or not exists (select from documents_signature s where s.agency_id = new.agency_id
                       and s.version_id = it.id and s.meaning = 'authored')
        or exists (select from documents_document d where d.agency_id = new.agency_id
                   and d.id = it.document_id and d.author_id = new.staff_id)) then
        raise exception 'a co-signature is on what its author signed, and is not the author''s'
            using errcode = 'check_violation', constraint = 'signature_cosigns';
    end if;
    return new;
end $$;
create trigger documents_signature_stands before insert on documents_signature
    for each row execute function documents_signature_stands();
create function documents_return_stands() returns trigger language plpgsql as $$
declare it documents_version := documents_newest(new.agency_id, new.version_id);
begin
    if (select array_agg(s.meaning) from documents_signature s where s.agency_id = new.agency_id
        and s.version_id = it.id) is distinct from array['authored'] or new.staff_id = it.made_by_id then
        raise exception 'what goes back is signed by its author, not yet co-signed, and sent by somebody else'
            using errcode = 'check_violation', constraint = 'return_stands';
    end if;
    return new;
end $$;
create trigger documents_return_stands before insert on documents_return
    for each row execute function documents_return_stands();
"""
UNDO = """
drop trigger documents_return_stands on documents_return;
drop trigger documents_signature_stands on documents_signature;
drop trigger documents_version_follows on documents_version;
drop function documents_return_stands, documents_signature_stands, documents_version_follows, documents_newest;
"""


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("documents", "0001_initial"),
        ("foundation", "0002_walls"),
        ("people", "0002_walls"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("documents_document"),
        walls.tenant("documents_draft", grants="select, insert, update, delete"),
        walls.tenant("documents_aside"),
        walls.tenant("documents_version"),
        walls.tenant("documents_signature"),
        walls.tenant("documents_return"),
        walls.points("documents_document", "client_id", at="people_client"),
        walls.points("documents_document", "author_id", at="workforce_staff"),
        walls.points("documents_draft", "document_id", at="documents_document", index=False),
        walls.points("documents_draft", "saved_by_id", at="workforce_staff"),
        walls.points("documents_aside", "document_id", at="documents_document"),
        walls.points("documents_aside", "staff_id", at="workforce_staff"),
        walls.points("documents_version", "document_id", at="documents_document", index=False),
        walls.points("documents_version", "made_by_id", at="workforce_staff"),
        walls.points("documents_signature", "version_id", at="documents_version", index=False),
        walls.points("documents_signature", "staff_id", at="workforce_staff"),
        walls.points("documents_return", "version_id", at="documents_version", index=False),
        walls.points("documents_return", "staff_id", at="workforce_staff"),
        walls.unique("documents_draft", "draft_once", "document_id"),
        walls.unique("documents_version", "version_once", "document_id, number"),
        walls.unique("documents_signature", "signature_once", "version_id, staff_id"),
        walls.unique("documents_signature", "signature_meaning_once", "version_id, meaning"),
        walls.unique("documents_return", "return_once", "version_id"),
        walls.permanent("documents_aside"),
        walls.permanent("documents_version"),
        walls.permanent("documents_signature"),
        walls.permanent("documents_return"),
        RunSQL(VERSIONS + SIGNATURES, UNDO),
    ]
