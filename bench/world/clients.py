"""Clients with the people around them, and the tokens by which search finds them."""

from typing import Any

from alongside.parties.names import sounds, words
from bench.world.names import FAMILY, GIVEN, RARE_FAMILY, RARE_GIVEN, people
from bench.world.size import Size

TABLES = """
create temp table client (n int primary key, id uuid default uuidv7(), party uuid default uuidv7(), given text,
    family text, born date, tss uuid, visits int, each int, years int, name text default '');
create temp table heard (word text, kind text, token text);
"""
ROWS = """
update client set tss = s.id from staff s where s.role = 'tss' and s.n = 1 + (client.n - 1) / %(caseload)s;
insert into parties_party (id, legal_given, legal_family, preferred_name, pronouns, birth_date, language, interpreter,
        searched)
    select party, given, family, '', 'they / them', born, 'en', false, true from client;
insert into people_client (id, party_id, identifier, quilt_pattern, quilt_hue, strengths, matters, own_words, culture,
        diagnosis, admitted_on)
    select id, party, 'C-' || lpad(n::text, 6, '0'), n %% 9 + 1, n %% 6 + 1, 'Draws, and explains what he drew.',
           'Quiet mornings.', 'I want to read with my class.', '', 'F84.0', current_date - 365 * years - 30 from client;
insert into people_enrolment (id, client_id, programme_id, began_on)
    select uuidv7(), c.id, b.id, current_date - 365 * years - 30 from client c, bench_cast b where b.what = 'programme';
insert into people_teamplace (id, client_id, staff_id, part, began_on)
    select uuidv7(), id, tss, 'tss', current_date - 365 * years - 30 from client;
insert into people_alert (id, client_id, kind, icon, text, began_on)
    select uuidv7(), id, 'danger', 'warning', 'Runs toward the road when startled.', current_date - 100 from client
    where n %% 5 = 0;
create temp table kin as select id as client, uuidv7() as party, family from client;
insert into parties_party (id, legal_given, legal_family, preferred_name, pronouns, language, interpreter, searched)
    select party, 'June', family, '', '', 'en', false, false from kin;
insert into people_contact (id, client_id, party_id, relation, legal_relation, began_on)
    select uuidv7(), client, party, 'mother', 'parent', current_date - 1000 from kin;
insert into parties_token (id, party_id, kind, token)
    select uuidv7(), c.party, h.kind, h.token from client c join heard h on h.word in (c.given, c.family)
    group by c.party, h.kind, h.token;
insert into parties_token (id, party_id, kind, token)
    select uuidv7(), party, 'born', to_char(born, 'YYYY-MM-DD') from client;
insert into bench_cast select 'client_' || name, id from client where name <> '';
insert into bench_cast select 'client', id from client where n = 1;
"""


def put(cursor: Any, size: Size) -> None:
    cursor.execute(TABLES)
    with cursor.copy("copy client (n, given, family, born, visits, each, years, name) from stdin") as rows:
        for n, (given, family, born) in enumerate(people(size.clients), 1):
            rows.write_row((n, given, family, born, size.visits, size.each, 2, ""))
        for n, one in enumerate(size.long, size.clients + 1):
            rows.write_row((n, "Robin", "Lang", "2014-05-06", one.visits, size.long_each, one.years, one.name))
    with cursor.copy("copy heard (word, kind, token) from stdin") as rows:
        for name in sorted({*GIVEN, *FAMILY, RARE_GIVEN, RARE_FAMILY, "Robin", "Lang"}):
            for kind, token in tokens(name):
                rows.write_row((name, kind, token))
    for one in filter(str.strip, ROWS.split(";")):
        cursor.execute(one, {"caseload": size.caseload})


def tokens(name: str) -> set[tuple[str, str]]:
    """What search compares of one name, as alongside.parties.tokens makes it."""
    read = words(name)
    return {("name", word) for word in read} | {("sound", code) for word in read for code in sounds(word)}
