"""The stream of observations and its tallies, in the measures of the four targets, as alongside.behaviour adds them up."""

from typing import Any

from bench.world.indexes import unindexed
from bench.world.size import Size

OBSERVATIONS = """
insert into behaviour_observation (id, session_id, client_id, target_id, measure, details, happened_at, zone, service_day,
        observer_id, second, retracts, received_at)
    select uuidv7(s.began - now()), s.id, s.client, t.id, t.measure,
           case t.measure when 'duration' then jsonb_build_object('seconds', 10 + (s.n + s.k * 7 + g * 13) % 300)
               when 'trial' then jsonb_build_object('outcome', case when (s.n + s.k + g) % 3 = 0 then 'correct'
                                                                    else 'incorrect' end)
               else '{"count": 1}'::jsonb end,
           s.began + g * interval '90 minutes' / (s.each + 1), 'America/New_York', s.day, s.tss, false, false, s.ended
    from session s cross join generate_series(1, s.each) g join target t on t.n = s.n and t.number = 1 + g % 4
    where g % 4 <> 0 or (s.n + s.k + g) % 3 > 0
    order by s.began
"""
TALLIES = """
insert into behaviour_tally (id, session_id, client_id, target_id, measure, second, service_day, began_at, n, numerator,
        denominator, value)
    select uuidv7(), session_id, client_id, target_id, measure, false, day, began, n, numerator, denominator,
           case measure when 'rate' then numerator / 1.5 when 'duration' then numerator / 60
                when 'trial' then numerator * 100 / n else numerator end
    from (select o.session_id, o.client_id, o.target_id, o.measure, s.day, s.began, count(*) as n,
                 sum(case o.measure when 'duration' then (o.details ->> 'seconds')::numeric
                     when 'trial' then (o.details ->> 'outcome' = 'correct')::int else 1 end) as numerator,
                 case o.measure when 'rate' then 1.5 when 'trial' then count(*) end as denominator
          from behaviour_observation o join session s on s.id = o.session_id
          group by o.session_id, o.client_id, o.target_id, o.measure, s.day, s.began) summed
    order by began
"""


def put(cursor: Any, size: Size) -> None:
    cursor.execute("analyze session")
    cursor.execute("analyze target")
    for table, rows in (("behaviour_observation", OBSERVATIONS), ("behaviour_tally", TALLIES)):
        with unindexed(cursor, table):
            cursor.execute(rows)
