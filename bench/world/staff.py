"""The agency, its people at work with accounts and seats, and who supervises whom."""

from typing import Any

from bench.world.size import Size

AGENCY = """
insert into agencies_agency (id, name, is_demo, zone, jurisdiction)
values (uuidv7(), 'Harbor Family Services', true, 'America/New_York', 'US-PA') returning id
"""
PLACES = """
with programme as (
    insert into agencies_programme (id, name, population, setting, payer, note_format, service_code)
    values (uuidv7(), 'School support', 'children', 'school', 'pa_medicaid', 'BIRP', 'H2014') returning id),
site as (
    insert into agencies_site (id, name, address, zone, place_of_service, phone)
    values (uuidv7(), 'Willow Street School', '', 'America/New_York', '03', '') returning id)
insert into bench_cast select 'programme', id from programme union all select 'site', id from site
"""
STAFF = """
create temp table staff as
select n, uuidv7() as id, uuidv7() as party, uuidv7() as account, uuidv7() as seat, role, credential, 'Staff' || role as given,
       'Number ' || n as family
from (select n, 'tss' as role, 'TSS' as credential from generate_series(1, %(tss)s) n
      union all select n, 'supervisor', 'LPC' from generate_series(1, %(supervisors)s) n
      union all select 1, 'quality', '' union all select 1, 'scheduler', '') people;
create index on staff (role, n);
"""
ROWS = """
insert into parties_party (id, legal_given, legal_family, preferred_name, pronouns, language, interpreter{searched})
    select party, given, family, '', '', 'en', false{not_searched} from staff;
insert into workforce_staff (id, party_id, credential, began_on)
    select id, party, credential, current_date - 2000 from staff;
insert into workforce_role (id, staff_id, role, began_on) select uuidv7(), id, role, current_date - 2000 from staff;
insert into accounts_account (id, password, email, is_active)
    select account, '', role || n || '@example.test', true from staff;
insert into workforce_seat (id, account_id, staff_id) select seat, account, id from staff;
insert into workforce_supervision (id, supervisor_id, supervisee_id, began_on)
    select uuidv7(), s.id, t.id, current_date - 2000 from staff t
    join staff s on s.role = 'supervisor' and s.n = 1 + (t.n - 1) / %(team)s where t.role = 'tss';
insert into bench_cast select role || case when n = 1 then '' else '_last' end, id from staff
    where n = 1 or (role = 'tss' and n = %(tss)s);
insert into bench_cast select role || case when n = 1 then '' else '_last' end || '_account', account from staff
    where n = 1 or (role = 'tss' and n = %(tss)s);
"""


def put(cursor: Any, size: Size) -> None:
    """The last TSS has the clients with records of their own length, and is in nobody's way."""
    cursor.execute(AGENCY)
    [agency] = cursor.fetchone()
    cursor.execute("select set_config('alongside.agency', %s, false)", [str(agency)])
    cursor.execute("insert into bench_cast values ('agency', %s)", [agency])
    cursor.execute(PLACES)
    tss = size.clients // size.caseload + 1
    values = {"tss": tss, "supervisors": -(-tss // size.team), "team": size.team}
    for statement in (STAFF, ROWS.format(searched=", searched", not_searched=", false")):
        for one in filter(str.strip, statement.split(";")):
            cursor.execute(one, values)
