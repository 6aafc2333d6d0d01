"""Migration operations for what the database promises of plans: what was published never changes."""

from django.db.migrations import RunSQL

LINES = ("part", "goal", "objective", "targetline", "strategy", "crisisstep", "cardline")

FUNCTIONS = """
create function plans_refuse_line_of_published() returns trigger language plpgsql as $$
declare this uuid; ours uuid; out timestamptz;
begin
    if tg_op = 'DELETE' and current_user = 'alongside_disposal' then
        return old;
    end if;
    ours := case when tg_op = 'DELETE' then old.agency_id else new.agency_id end;
    foreach this in array case tg_op when 'INSERT' then array[new.version_id] when 'DELETE' then array[old.version_id]
                                     else array[old.version_id, new.version_id] end loop
        -- waits for a publication in progress, and then sees it
        select published_at into out from plans_planversion where agency_id = ours and id = this for share;
        if not found or out is not null then
            raise exception '% of a published version: % refused', tg_table_name, lower(tg_op)
                using errcode = 'integrity_constraint_violation';
        end if;
    end loop;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create function plans_refuse_change_of_published() returns trigger language plpgsql as $$
declare ending text[] := array['ended_at', 'ended_by_id', 'ended_because'];
begin
    if tg_op = 'DELETE' then
        if old.published_at is null or current_user = 'alongside_disposal' then
            return old;
        end if;
    elsif old.published_at is null then
        if (new.agency_id, new.id, new.plan_id, new.client_id, new.number)
            = (old.agency_id, old.id, old.plan_id, old.client_id, old.number) then
            return new;
        end if;
    elsif old.ended_at is null and new.ended_at is not null and to_jsonb(new) - ending = to_jsonb(old) - ending then
        return new;
    end if;
    raise exception '% is published: % refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
"""

APPROVALS = """
create function plans_refuse_change_of_approval() returns trigger language plpgsql as $$
declare back text[] := array['withdrawn_on', 'withdrawn_because'];
begin
    if tg_op = 'DELETE' then
        if current_user = 'alongside_disposal' then
            return old;
        end if;
    elsif old.withdrawn_on is null and new.withdrawn_on is not null and to_jsonb(new) - back = to_jsonb(old) - back then
        return new;
    end if;
    raise exception '% stands as it was given: % refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger plans_approval_stands before update or delete on plans_approval
    for each row execute function plans_refuse_change_of_approval();
create trigger plans_approval_stands_whole before truncate on plans_approval
    execute function alongside_refuse_change();
"""


def functions() -> RunSQL:
    """The two trigger functions on which the promises stand."""
    drop = "drop function plans_refuse_line_of_published(); drop function plans_refuse_change_of_published();"
    return RunSQL(FUNCTIONS, drop)


def sealed_version() -> RunSQL:
    """A published version may end, once. A draft keeps its plan, client and number."""
    return _guarded("plans_planversion", "update or delete", "plans_refuse_change_of_published")


def sealed_lines(table: str) -> RunSQL:
    """Lines of a published version: none is added, changed or removed."""
    return _guarded(table, "insert or update or delete", "plans_refuse_line_of_published")


def approvals_stand() -> RunSQL:
    """An approval may be taken back, once; nothing else of it changes."""
    return RunSQL(APPROVALS, "drop function plans_refuse_change_of_approval() cascade;")


def same_version_as_its_goal() -> RunSQL:
    """An objective stands in the version of its goal."""
    return RunSQL(
        """create unique index goal_of_version on plans_goal (agency_id, id, version_id);
           alter table plans_objective add constraint objective_with_its_goal foreign key
               (agency_id, goal_id, version_id) references plans_goal (agency_id, id, version_id)""",
        "alter table plans_objective drop constraint objective_with_its_goal; drop index goal_of_version",
    )


def _guarded(table: str, acts: str, function: str) -> RunSQL:
    return RunSQL(
        f"""create trigger {table}_is_sealed before {acts} on {table} for each row execute function {function}();
            create trigger {table}_is_sealed_whole before truncate on {table}
                execute function alongside_refuse_change();""",
        f"drop trigger {table}_is_sealed on {table}; drop trigger {table}_is_sealed_whole on {table};",
    )
