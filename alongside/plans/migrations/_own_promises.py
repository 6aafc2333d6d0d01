"""Migration operations for templates of an agency's own: what was decided stands, and not by whoever wrote it."""

from django.db.migrations import RunSQL

SECOND = """
create function plans_own_needs_a_second() returns trigger language plpgsql as $$
declare this plans_ownedition;
begin
    -- waits for a text that is being saved, and then sees it
    select * into this from plans_ownedition e where e.agency_id = new.agency_id and e.id = new.edition_id for update;
    if new.kind = 'agreed' and (this.made_by_id = new.staff_id or this.worded_by_id = new.staff_id) then
        raise exception 'whoever wrote a template is not its second clinician'
            using errcode = 'check_violation', constraint = 'own_second';
    end if;
    if new.kind = 'agreed' and exists (select from plans_owndecision d
        where d.agency_id = new.agency_id and d.edition_id = new.edition_id and d.kind = 'retired') then
        raise exception 'what was retired is not agreed to' using errcode = 'check_violation', constraint = 'own_open';
    end if;
    return new;
end $$;
create trigger plans_own_needs_a_second before insert on plans_owndecision
    for each row execute function plans_own_needs_a_second();
"""
STANDS = """
create function plans_own_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and not exists (select from plans_owndecision d
            where d.agency_id = old.agency_id and d.edition_id = old.id)
       and to_jsonb(new) - array['body', 'worded_by_id'] = to_jsonb(old) - array['body', 'worded_by_id'] then
        return new;
    end if;
    raise exception 'an edition that was decided on stands: % refused', lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger plans_own_stands before update or delete on plans_ownedition
    for each row execute function plans_own_stands();
create trigger plans_own_stands_whole before truncate on plans_ownedition execute function alongside_refuse_change();
"""


def second_clinician() -> RunSQL:
    """Nobody agrees to what they wrote themselves, nor to what was retired."""
    return RunSQL(SECOND, "drop function plans_own_needs_a_second() cascade;")


def decided_editions_stand() -> RunSQL:
    """Only the text of an edition changes, and only until somebody decided on it."""
    return RunSQL(STANDS, "drop function plans_own_stands() cascade;")
