"""The promises PostgreSQL keeps for foundation."""

from django.db.migrations import Migration, RunSQL

from alongside.foundation import walls

REFUSE = """create function alongside_refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_user = 'alongside_disposal' then
        return old;
    end if;
    raise exception '% is permanent: % refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;"""

CERTIFIED = "create function alongside_under_certificate() returns boolean language sql stable as 'select false'"

AS_PROPOSED = """
create function foundation_as_proposed() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'foundation_adoption' then
        if not exists (
            select from foundation_proposal p where p.agency_id = new.agency_id and p.id = new.proposal_id
            and (p.kind, p.key, p.edition, p.used, p.since, p.proposed_by)
                = (new.kind, new.key, new.edition, new.used, new.since, new.proposed_by)) then
            raise exception 'what is adopted is what was proposed' using errcode = 'check_violation';
        end if;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('decide ' || new.proposal_id::text, 0));
    if (select count(*) from foundation_adoption a where a.agency_id = new.agency_id and a.proposal_id = new.proposal_id)
     + (select count(*) from foundation_declined d where d.agency_id = new.agency_id and d.proposal_id = new.proposal_id)
     > 0 then
        raise exception 'this proposal was decided' using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger foundation_adoption_as_proposed before insert on foundation_adoption
    for each row execute function foundation_as_proposed();
create trigger foundation_declined_as_proposed before insert on foundation_declined
    for each row execute function foundation_as_proposed();
"""
NOT_AS_PROPOSED = """
drop trigger foundation_adoption_as_proposed on foundation_adoption;
drop trigger foundation_declined_as_proposed on foundation_declined;
drop function foundation_as_proposed();
"""

TELL = """create function alongside_tell_worker() returns trigger language plpgsql as $$
begin
    perform pg_notify('alongside_entries', current_setting('alongside.agency', true));
    return null;
end $$;
create trigger foundation_entry_told after insert on foundation_entry
    for each statement execute function alongside_tell_worker();"""


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0001_initial"),
    ]
    operations = [
        RunSQL(REFUSE, "drop function alongside_refuse_change()"),
        RunSQL(CERTIFIED, "drop function alongside_under_certificate()"),  # people says what a certificate is
        RunSQL(
            "alter table foundation_entry add column xact xid8 not null default pg_current_xact_id()",
            "alter table foundation_entry drop column xact",
        ),
        walls.outside("foundation_epoch", grants="select, insert"),
        walls.outside("foundation_edition", grants="select"),
        walls.tenant("foundation_proposal"),
        walls.tenant("foundation_adoption"),
        walls.tenant("foundation_declined"),
        walls.points("foundation_adoption", "proposal_id", at="foundation_proposal", index=False),
        walls.points("foundation_declined", "proposal_id", at="foundation_proposal", index=False),
        walls.unique("foundation_adoption", "adopted_once", "proposal_id"),
        walls.unique("foundation_declined", "declined_once", "proposal_id"),
        RunSQL(AS_PROPOSED, NOT_AS_PROPOSED),
        walls.permanent("foundation_proposal"),
        walls.permanent("foundation_adoption"),
        walls.permanent("foundation_declined"),
        walls.tenant("foundation_entry"),
        walls.tenant("foundation_position"),
        walls.tenant("foundation_feed"),
        walls.tenant("foundation_parkedreaction"),
        walls.tenant("foundation_seal"),
        walls.tenant("foundation_letter"),
        walls.tenant("foundation_revision"),
        walls.tenant("foundation_blob"),
        walls.tenant("foundation_storedfile"),
        walls.index("foundation_adoption", "adoption_kind", "kind, key, since"),
        walls.index("foundation_entry", "entry_client_at", "client_id, at", "client_id is not null"),
        walls.index("foundation_entry", "entry_staff_at", "staff_id, at"),
        walls.unique("foundation_position", "position_once", "position"),
        walls.unique("foundation_position", "position_of_entry", "entry_id"),
        walls.unique("foundation_feed", "feed_once", "name"),
        walls.unique("foundation_parkedreaction", "parked_once", "entry_id, reaction"),
        walls.unique("foundation_seal", "seal_once", "first_position"),
        walls.unique("foundation_letter", "letter_once", "cause_id, to_staff_id, code"),
        walls.index("foundation_letter", "letter_waiting", "made_at", "sent_at is null"),
        walls.index("foundation_letter", "letter_unread", "to_staff_id, made_at", "acknowledged_at is null"),
        walls.index("foundation_revision", "revision_subject", "subject_id, at"),
        walls.unique("foundation_blob", "blob_once", "digest"),
        walls.kept("foundation_entry", "foundation_position", "foundation_seal", "foundation_feed"),
        walls.permanent("foundation_entry"),
        walls.permanent("foundation_position"),
        walls.permanent("foundation_seal"),
        walls.permanent("foundation_revision"),
        walls.permanent("foundation_storedfile"),
        walls.index("foundation_entry", "entry_xact", "xact"),
        RunSQL(TELL, "drop trigger foundation_entry_told on foundation_entry; drop function alongside_tell_worker()"),
    ]
