"""Placing settled entries in order, following them, sealing them, verifying the seals."""

from collections.abc import Iterator
from time import perf_counter

import psycopg

from alongside.foundation import feeds, sealing, tenancy
from alongside.project.reactions import FOLLOWER
from bench.place import Place
from bench.table import Result
from bench.world.size import Size
from bench.world.staff import put as put_staff

ENTRIES = """
insert into foundation_entry (id, verb, outcome, staff_id, role, relation, session_ref, subject, subject_id, client_id, reason)
select uuidv7(), 'sessions.see', 'done', gen_random_uuid(), 'tss', 'team', '', 'sessions.Session', gen_random_uuid(),
       gen_random_uuid(), '' from generate_series(1, %s)
"""


def results(place: Place) -> Iterator[Result]:
    name, count = place.empty(), 10_000 if place.quick else 100_000
    with psycopg.connect(place.url("postgres", name), autocommit=True) as filling:
        filling.execute("create table bench_cast (what text, id uuid)")
        put_staff(filling.cursor(), Size("empty", 0))
        agency = filling.execute("select id from bench_cast where what = 'agency'").fetchone()[0]  # type: ignore[index]
    with place.at(name):
        with psycopg.connect(place.url("postgres", name), autocommit=True) as filling:
            filling.execute("select set_config('alongside.agency', %s, false)", [str(agency)])
            filling.execute(ENTRIES, [count])
        for what, act in _acts(agency).items():
            began = perf_counter()
            done = act()
            assert done == count, f"{what}: {done} of {count}"
            yield Result(what, count / (perf_counter() - began), unit="entries/s")


def _acts(agency):  # type: ignore[no-untyped-def]
    def sequence() -> int:
        with tenancy.inside(agency):
            return feeds.sequence(agency, feeds.ensure_epoch())

    def follow() -> int:
        return feeds.follow(agency, FOLLOWER)

    def seal() -> int:
        sealed = 0
        while True:
            with tenancy.inside(agency):
                made = sealing.seal()
            if made is None:
                return sealed
            sealed += made.last_position - made.first_position + 1

    def verify() -> int:
        with tenancy.inside(agency):
            assert sealing.verify() == []
            return sealing.Seal.objects.order_by("-last_position").first().last_position

    return {"sequence": sequence, "follow": follow, "seal": seal, "verify": verify}
