"""Observations a second through the door of devices over HTTP, against bare multi-row INSERTs into the same tables."""

import http.client
import json
import os
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

import psycopg
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.test import Client

from alongside.field import actions as field
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.foundation.tenancy import inside
from alongside.project import children
from alongside.project.ports import port_to_use
from alongside.project.roles import APP
from alongside.sessions import actions as sessions
from alongside.workforce import lookups
from bench.place import Place
from bench.table import Result
from bench.timing import statements
from bench.world import World
from tests.field.device import Device, User, packed, written

DEVICES, BATCH, STATEMENTS = 8, 25, 12
BARE = """
with o as (insert into behaviour_observation (id, session_id, client_id, target_id, measure, details, happened_at, zone,
        service_day, observer_id, second, retracts, reason)
    select uuidv7(), %(session)s, %(client)s, %(target)s, 'rate', '{"count": 1}', now(), 'America/New_York', current_date,
        %(staff)s, false, false, '' from generate_series(1, %(many)s)),
r as (insert into field_receipt (id, operation_id, digest, turn, device_id, enrolment_id, staff_id, seq, claims, kind,
        outcome, reasons, skew_ms, at, tick)
    select uuidv7(), uuidv7(), repeat('0', 64), 1, %(device)s, %(enrolment)s, %(staff)s, %(next)s + n, true,
        'behaviour.record/1', 'done', '[]', 0, now(), 0 from generate_series(1, %(many)s) n)
insert into foundation_entry (id, verb, outcome, staff_id, role, relation, session_ref, subject, subject_id, client_id,
    reason) values (uuidv7(), 'behaviour.record', 'done', %(staff)s, 'tss', 'author', '', 'sessions.Session', %(session)s,
    %(client)s, '')
"""


@dataclass
class Phone:
    """A device with everything sealed beforehand: sealing is its own work, not the server's."""

    device: Device
    bodies: list[bytes]


def results(place: Place) -> Iterator[Result]:
    world, rounds = place.large, place.times(40)
    with place.at(world.database):
        with inside(world.agency):
            actor = lookups.actor(world.ids["tss_last"], account_id=world.ids["tss_last_account"])
            assert actor is not None
            session = _running(world, actor)
            phones = [_phone(world, actor, session.pk, rounds + 1) for _ in range(DEVICES)]
            spare = _phone(world, actor, session.pk, 2)
        yield _counted(spare)
    bare = _bare(place, world, actor, session.pk, phones[0], rounds * DEVICES)
    rate = _served(place, world, phones, rounds)
    yield Result("over HTTP", rate, unit="observations/s", remark="at least 2,000 wanted")
    yield Result("bare INSERTs", bare, unit="observations/s", remark=f"{bare / rate:.1f} times as many")


def _running(world: World, actor: Actor) -> Any:
    return sessions.start(
        by=actor, on=world.ids["client_long"], id=uuid7(), began_at=datetime.now(UTC) - timedelta(hours=1),
        programme_id=world.ids["programme"], site_id=world.ids["site"], overlap_reason="an earlier run",
    )  # fmt: skip


def _phone(world: World, actor: Actor, session: UUID, batches: int) -> Phone:
    device, signing = Device(str(world.agency)), ec.generate_private_key(ec.SECP256R1())
    user = User(str(uuid7()), signing)
    point = signing.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    told = field.enrol(
        by=actor, on=actor.staff_id, device_id=UUID(device.id), enrolment_id=UUID(user.enrolment), label="Bench",
        public_key=point,
    )  # fmt: skip
    device.token, user.server_key = packed(told.token), told.keys.sealing
    device.users["me"] = user
    device.unlock("me")
    return Phone(device, [_batch(device, world.ids["target_long"], session) for _ in range(batches)])


def _batch(device: Device, target: UUID, session: UUID) -> bytes:
    details = {"target": str(target), "details": {"count": 1}, "happened_at": written(datetime.now(UTC))}
    return json.dumps(
        device.body(*[device.do("me", "behaviour.record/1", session, details) for _ in range(BATCH)])
    ).encode()


def _counted(phone: Phone) -> Result:
    """Statements of the second hand-in of a device, in process; the first one warms this process's keys."""
    browser, counts = Client(), [0]
    for body in phone.bodies:
        with statements() as sent:
            answer = browser.post(
                "/field/operations/", body, content_type="application/json",
                headers={"Authorization": phone.device.authorization},
            )  # fmt: skip
        _all_done(answer.content)
        counts.append(len(sent))
    return Result("statements a batch of 25", counts[-1], unit="", limit=STATEMENTS)


def _served(place: Place, world: World, phones: list[Phone], rounds: int) -> float:
    """Observations a second while every device hands in, one batch after the other, at a server of two processes."""
    port = port_to_use("127.0.0.1", 8765)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALONGSIDE_SECRET"] = str(settings.SECRET_KEY)  # the keys were sealed at rest with it
        server = children.start(children.web("127.0.0.1", port, 2), place.url(APP, world.database), Path(folder))
        try:
            _wait(port)
            for phone in phones:
                _hand_in(port, phone, phone.bodies[:1])
            with ThreadPoolExecutor(DEVICES) as crowd:
                began = perf_counter()
                list(crowd.map(lambda phone: _hand_in(port, phone, phone.bodies[1:]), phones))
                spent = perf_counter() - began
        finally:
            children.end({"web": server})
    return DEVICES * rounds * BATCH / spent


def _wait(port: int) -> None:
    for _ in range(120):
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", "/livez")
            if line.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.25)
    raise RuntimeError("the server did not come up")


def _hand_in(port: int, phone: Phone, bodies: list[bytes]) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": phone.device.authorization, "Content-Type": "application/json"}
    for body in bodies:
        line.request("POST", "/field/operations/", body, headers)
        _all_done(line.getresponse().read())


def _all_done(answer: bytes) -> None:
    """What was refused is quickly measured: every one must have been carried out."""
    told = json.loads(answer)
    outcomes = {receipt["outcome"] for receipt in told.get("receipts", [])}
    if outcomes != {"done"}:
        raise RuntimeError(f"not carried out: {answer[:300]!r}")


def _bare(place: Place, world: World, actor: Actor, session: UUID, phone: Phone, batches: int) -> float:
    """The same rows in multi-row INSERTs, a commit a batch, by one connection."""
    values = {
        "session": session, "client": world.ids["client_long"], "target": world.ids["target_long"],
        "staff": actor.staff_id, "device": UUID(phone.device.id), "many": BATCH,
        "enrolment": UUID(phone.device.users["me"].enrolment),
    }  # fmt: skip
    with psycopg.connect(place.url(APP, world.database)) as line:
        began = perf_counter()
        for batch in range(batches):
            line.execute("select set_config('alongside.agency', %s, true)", [str(world.agency)])
            line.execute(BARE, {**values, "next": 1_000_000 + batch * BATCH})
            line.commit()
        return batches * BATCH / (perf_counter() - began)
