"""The promises PostgreSQL keeps for crises."""

from django.db.migrations import Migration, RunSQL

from alongside.foundation import walls

SAID_ONCE = """
create function incidents_say_whose_once() returns trigger language plpgsql as $$
declare whose text[] := array['client_id', 'session_id'];
begin
    if tg_op = 'DELETE' then
        if current_user = 'alongside_disposal' then
            return old;
        end if;
    elsif old.client_id is null and new.client_id is not null and to_jsonb(new) - whose = to_jsonb(old) - whose then
        return new;
    end if;
    raise exception 'a crisis stays as it happened: % refused', lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger incidents_crisis_stays before update or delete on incidents_crisis
    for each row execute function incidents_say_whose_once();
create trigger incidents_crisis_stays_whole before truncate on incidents_crisis
    execute function alongside_refuse_change();
"""
FORGET = """
drop trigger incidents_crisis_stays on incidents_crisis;
drop trigger incidents_crisis_stays_whole on incidents_crisis;
drop function incidents_say_whose_once();
"""


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"), ("incidents", "0001_initial"), ("people", "0002_walls"), ("sessions", "0002_walls"),
        ("workforce", "0002_walls"),
    ]  # fmt: skip
    operations = [
        walls.tenant("incidents_crisis"),
        walls.tenant("incidents_crisisline"),
        walls.tenant("incidents_crisisclosing"),
        walls.points("incidents_crisis", "client_id", at="people_client"),
        walls.points("incidents_crisis", "session_id", at="sessions_session"),
        walls.points("incidents_crisis", "staff_id", at="workforce_staff"),
        walls.points("incidents_crisisline", "crisis_id", at="incidents_crisis"),
        walls.points("incidents_crisisline", "staff_id", at="workforce_staff"),
        walls.points("incidents_crisisclosing", "crisis_id", at="incidents_crisis", index=False),
        walls.points("incidents_crisisclosing", "staff_id", at="workforce_staff"),
        walls.unique("incidents_crisisclosing", "crisis_closed_once", "crisis_id"),
        walls.permanent("incidents_crisisline"),
        walls.permanent("incidents_crisisclosing"),
        RunSQL(SAID_ONCE, FORGET),
    ]
