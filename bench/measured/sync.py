"""Observations a second through the door of devices over HTTP, against bare multi-row INSERTs into the same tables."""

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import psycopg
from django.conf import settings
from django.test import Client

from alongside.foundation.tenancy import inside
from alongside.project import children
from alongside.project.ports import port_to_use
from alongside.project.roles import APP
from bench.crowd import Crowd, Line, crowd
from bench.phones import BATCH, Phone, phones
from bench.place import Place
from bench.processor import spent, tree
from bench.served import waited
from bench.table import Result
from bench.timing import statements
from bench.world import World

DEVICES, ROUNDS, STATEMENTS, CORES = 8, 5, 12, 2
BARE = """
with o as (insert into behaviour_observation (id, session_id, client_id, target_id, measure, details, happened_at, zone,
        service_day, observer_id, second, retracts, reason)
    select uuidv7(), %(session)s, %(client)s, %(target)s, 'rate', '{"count": 1}', now(), 'America/New_York', current_date,
        %(staff)s, false, false, '' from generate_series(1, %(many)s)),
r as (insert into field_receipt (id, operation_id, digest, turn, device_id, enrolment_id, staff_id, seq, claims, kind,
        outcome, reasons, skew_ms, at, tick)
    select uuidv7(), uuidv7(), repeat('0', 64), 1, %(device)s, %(enrolment)s, %(staff)s, %(next)s + n, true,
        'behaviour.record/1', 'done', '[]', 0, now(), 0 from generate_series(1, %(many)s) n),
t as (insert into behaviour_tally as t (id, session_id, client_id, target_id, measure, second, service_day, began_at, n,
        numerator)
    values (uuidv7(), %(session)s, %(client)s, %(target)s, 'rate', false, current_date, now(), %(many)s, %(many)s)
    on conflict (agency_id, session_id, target_id, measure, second) do update set n = t.n + excluded.n,
        numerator = t.numerator + excluded.numerator)
insert into foundation_entry (id, verb, outcome, staff_id, role, relation, session_ref, subject, subject_id, client_id,
    reason) values (uuidv7(), 'behaviour.record', 'done', %(staff)s, 'tss', 'author', '', 'sessions.Session', %(session)s,
    %(client)s, '')
"""


def results(place: Place) -> Iterator[Result]:
    """Rounds of both in turns; the processor time of those rounds says more than the clock where others work too."""
    world, each = place.large, place.times(20)
    with place.at(world.database):
        with inside(world.agency):
            spare, *eight = phones(world, DEVICES + 1, each * (ROUNDS + 1))
        yield _counted(spare)
    with _served(place, world, eight, each) as (many, watched), _bare(place, world, spare, DEVICES * each) as bare:
        _all_done(many.hand_in()[1])  # connections, plans and keys of every process, unmeasured
        bare()
        rates, bares, began = [], [], watched()
        for _ in range(ROUNDS):
            seconds, answers = many.hand_in()
            rates.append(_all_done(answers) * BATCH / seconds)
            before = watched()
            bares.append(DEVICES * each * BATCH / bare())
            began = [then + now - b for then, now, b in zip(began, watched(), before, strict=True)]
        used = [now - then for now, then in zip(watched(), began, strict=True)]
    yield Result("over HTTP", median(rates), baseline=median(bares), unit="observations/s", remark="2,000 wanted")
    yield from _processor(used, ROUNDS * DEVICES * each)


def _processor(used: list[float], batches: int) -> Iterator[Result]:
    server, database, devices = (1000 * seconds / batches for seconds in used)
    if not server:
        return  # this system does not say
    whole = server + database
    remark = f"server {server:.1f}, PostgreSQL {database:.1f}; those who handed in {devices:.1f}"
    yield Result("processor time of a batch", whole, remark=remark)
    yield Result("what two idle cores have room for", CORES * BATCH * 1000 / whole, unit="observations/s")


def _counted(phone: Phone) -> Result:
    """Statements of the second hand-in of a device, in process; the first one warms this process's keys."""
    browser, counts = Client(), [0]
    for body in phone.bodies[:2]:
        with statements() as sent:
            answer = browser.post(
                "/field/operations/", body, content_type="application/json",
                headers={"Authorization": phone.authorization},
            )  # fmt: skip
        _all_done([answer.content.decode()])
        counts.append(len(sent))
    return Result("statements a batch of 25", counts[-1], unit="", limit=STATEMENTS)


@contextmanager
def _served(
    place: Place, world: World, eight: list[Phone], each: int
) -> Iterator[tuple[Crowd, Callable[[], list[float]]]]:
    """A server of two processes with the devices at it; and how much processor time it, PostgreSQL and they used."""
    port = port_to_use("127.0.0.1", 8765)
    lines: list[Line] = [(one.authorization, one.rounds(each)) for one in eight]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALONGSIDE_SECRET"] = str(settings.SECRET_KEY)  # the keys were sealed at rest with it
        server = children.start(children.web("127.0.0.1", port, CORES), place.url(APP, world.database), Path(folder))
        try:
            waited(port)
            with crowd(port, lines) as many:
                yield many, lambda: [spent(tree(server.pid)), spent(_backends(place)), spent([many.pid])]
        finally:
            children.end({"web": server})


def _backends(place: Place) -> list[int]:
    with psycopg.connect(place.cluster.url(), autocommit=True) as administrator:
        return [pid for (pid,) in administrator.execute("select pid from pg_stat_activity").fetchall()]


def _all_done(answers: list[str]) -> int:
    """How many answers there are. What was refused is quickly measured: every one must have been carried out."""
    for answer in answers:
        told = json.loads(answer)
        if {receipt["outcome"] for receipt in told.get("receipts", [])} != {"done"}:
            raise RuntimeError(f"not carried out: {answer[:300]!r}")
    return len(answers)


@contextmanager
def _bare(place: Place, world: World, phone: Phone, batches: int) -> Iterator[Callable[[], float]]:
    """The same rows in multi-row INSERTs, a commit a batch, by one connection; how many seconds they took."""
    values: dict[str, Any] = {**phone.names, "many": BATCH, "next": 1_000_000}

    def put() -> float:
        began = perf_counter()
        for _ in range(batches):
            values["next"] += BATCH
            line.execute("select set_config('alongside.agency', %s, true)", [str(world.agency)])
            line.execute(BARE, values)
            line.commit()
        return perf_counter() - began

    with psycopg.connect(place.url(APP, world.database)) as line:
        yield put
