"""Visits and the sessions that kept them, over the years; and the day that today is: three visits, the last ahead."""

from typing import Any

from bench.world.size import Size

ZONE = "America/New_York"

SESSIONS = """
create temp table session as
    select c.n, k, uuidv7(d.began - now()) as id, uuidv7(d.began - now()) as visit, c.id as client, c.tss, p.version, c.each,
           d.began, d.began + interval '90 minutes' as ended, (d.began at time zone %(zone)s)::date as day
    from client c join plan p on p.n = c.n cross join generate_series(1, c.visits) k
    cross join lateral (select date_trunc('day', now()) - make_interval(days => 1) - (c.n %% 10) * interval '40 minutes'
        - k * make_interval(secs => c.years * 365.0 * 86400 / c.visits) as began) d;
create index on session (n, k);
create temp table today as
    select c.n, uuidv7() as id, c.id as client, c.tss, (now() at time zone %(zone)s)::date as day,
           (((now() at time zone %(zone)s)::date + case c.n %% 10 when 1 then time '23:55' when 2 then time '23:58'
             else time '00:01' end) at time zone %(zone)s) as begins
    from client c where c.n %% 10 in (1, 2, 3) and c.name = '';
"""
ROWS = """
insert into schedule_visit (id, client_id, staff_id, programme_id, site_id, place, begins_at, ends_at, zone, service_day)
    select v.id, v.client, v.tss, p.id, s.id, 'Room 4', v.begins, v.ends, %(zone)s, v.day
    from (select visit as id, client, tss, began as begins, ended as ends, day from session
          union all select id, client, tss, begins, begins + interval '1 minute', day from today) v,
         bench_cast p, bench_cast s where p.what = 'programme' and s.what = 'site';
insert into sessions_session (id, visit_id, client_id, staff_id, programme_id, site_id, place, place_of_service, began_at,
        zone, service_day, plan_version_id)
    select v.id, v.visit, v.client, v.tss, p.id, s.id, 'Room 4', '03', v.began, %(zone)s, v.day, v.version
    from session v, bench_cast p, bench_cast s where p.what = 'programme' and s.what = 'site' order by v.began;
insert into sessions_ending (id, session_id, client_id, staff_id, ended_at)
    select uuidv7(), id, client, tss, ended from session order by began;
insert into bench_cast select 'session', id from session where n = 1 and k = 1;
"""


def put(cursor: Any, size: Size) -> None:
    for one in filter(str.strip, (SESSIONS + ROWS).split(";")):
        cursor.execute(one, {"zone": ZONE})
