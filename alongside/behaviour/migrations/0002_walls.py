"""The promises PostgreSQL keeps for behaviour."""

from django.db.migrations import Migration, RunSQL

from alongside.foundation import walls

SCORES = """
create function behaviour_scores_once() returns trigger language plpgsql as $$
begin
    delete from behaviour_scored where agency_id = new.agency_id and observation_id = new.follows_id;
    if not new.retracts and new.details ? 'interval' then
        insert into behaviour_scored
            (id, agency_id, session_id, client_id, target_id, measure, second, number, observation_id)
        values (gen_random_uuid(), new.agency_id, new.session_id, new.client_id, new.target_id, new.measure,
                new.second, (new.details ->> 'interval')::int, new.id);
    end if;
    return null;
end $$;
create trigger behaviour_scores_once after insert on behaviour_observation for each row
    when (new.details ? 'interval' or new.follows_id is not null) execute function behaviour_scores_once();
"""


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("behaviour", "0001_initial"),
        ("foundation", "0002_walls"),
        ("people", "0002_walls"),
        ("plans", "0002_walls"),
        ("sessions", "0002_walls"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("behaviour_observation"),
        walls.tenant("behaviour_scored", grants="select, insert, delete"),
        walls.tenant("behaviour_opentimer", grants="select, insert, delete"),
        walls.tenant("behaviour_tally", grants="select, insert, update, delete"),
        walls.tenant("behaviour_deviation"),
        walls.tenant("behaviour_strategyuse"),
        walls.points("behaviour_observation", "session_id", at="sessions_session", index=False),
        walls.points("behaviour_observation", "client_id", at="people_client"),
        walls.points("behaviour_observation", "target_id", at="plans_target"),
        walls.points("behaviour_observation", "observer_id", at="workforce_staff"),
        walls.points("behaviour_observation", "follows_id", at="behaviour_observation", index=False),
        walls.points("behaviour_scored", "session_id", at="sessions_session", index=False),
        walls.points("behaviour_scored", "client_id", at="people_client"),
        walls.points("behaviour_scored", "target_id", at="plans_target"),
        walls.points("behaviour_scored", "observation_id", at="behaviour_observation", index=False),
        walls.unique("behaviour_scored", "scored_once", "session_id, target_id, measure, second, number"),
        walls.unique("behaviour_scored", "scored_by", "observation_id"),
        walls.points("behaviour_opentimer", "session_id", at="sessions_session", index=False),
        walls.points("behaviour_opentimer", "client_id", at="people_client"),
        walls.points("behaviour_opentimer", "target_id", at="plans_target"),
        walls.points("behaviour_opentimer", "staff_id", at="workforce_staff"),
        walls.unique("behaviour_opentimer", "opentimer_once", "session_id, target_id, staff_id"),
        walls.points("behaviour_tally", "session_id", at="sessions_session", index=False),
        walls.points("behaviour_tally", "client_id", at="people_client", index=False),
        walls.points("behaviour_tally", "target_id", at="plans_target"),
        walls.points("behaviour_deviation", "session_id", at="sessions_session"),
        walls.points("behaviour_deviation", "client_id", at="people_client"),
        walls.points("behaviour_deviation", "staff_id", at="workforce_staff"),
        walls.points("behaviour_deviation", "strategy_id", at="plans_strategy"),
        walls.points("behaviour_strategyuse", "session_id", at="sessions_session"),
        walls.points("behaviour_strategyuse", "client_id", at="people_client"),
        walls.points("behaviour_strategyuse", "staff_id", at="workforce_staff"),
        walls.points("behaviour_strategyuse", "strategy_id", at="plans_strategy"),
        walls.unique("behaviour_observation", "observation_successor_once", "follows_id", "follows_id is not null"),
        walls.index("behaviour_observation", "observation_session_target", "session_id, target_id, happened_at"),
        walls.unique("behaviour_tally", "tally_once", "session_id, target_id, measure, second"),
        walls.index("behaviour_tally", "tally_series", "client_id, target_id, began_at"),
        walls.permanent("behaviour_observation"),
        walls.permanent("behaviour_deviation"),
        walls.permanent("behaviour_strategyuse"),
        RunSQL(
            SCORES,
            "drop trigger behaviour_scores_once on behaviour_observation; drop function behaviour_scores_once()",
        ),
    ]
