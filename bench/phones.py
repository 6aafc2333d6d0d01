"""Devices of people with a client each, who record in a session that runs: everything sealed beforehand."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import connection

from alongside.field import actions as field
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.sessions import actions as sessions
from alongside.workforce import lookups
from bench.world import World
from tests.field.device import Device, User, packed, written

BATCH = 25
PEOPLE = """
select distinct on (t.staff_id) t.staff_id, t.client_id, g.id
from people_teamplace t join plans_target g on g.agency_id = t.agency_id and g.client_id = t.client_id
where t.part = 'tss' and t.ended_on is null and g.measure = 'rate' and t.staff_id <> all(%s)
order by t.staff_id, t.client_id limit %s
"""


@dataclass
class Phone:
    """`names`: what its rows point at. `bodies`: batches as they are handed in; sealing them was the device's work."""

    authorization: str
    names: dict[str, UUID]
    bodies: list[bytes]

    def rounds(self, each: int) -> list[list[str]]:
        """The bodies in rounds of `each`."""
        texts = [body.decode() for body in self.bodies]
        return [texts[n : n + each] for n in range(0, len(texts), each)]


def phones(world: World, many: int, batches: int) -> list[Phone]:
    """As many devices, each somebody else's with a client and a session of their own. Inside the agency's wall."""
    looked_at = [world.ids["tss"], world.ids["tss_last"]]  # what is recorded here would change what others measure
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, [looked_at, many])
        found = cursor.fetchall()
    return [_phone(world, staff, client, target, batches) for staff, client, target in found]


def _phone(world: World, staff: UUID, client: UUID, target: UUID, batches: int) -> Phone:
    actor = lookups.actor(staff)
    assert actor is not None
    session = sessions.start(
        by=actor, on=client, id=uuid7(), began_at=datetime.now(UTC) - timedelta(hours=1),
        programme_id=world.ids["programme"], site_id=world.ids["site"], overlap_reason="an earlier run",
    )  # fmt: skip
    device = _enrolled(world, actor)
    names = {
        "staff": staff, "client": client, "target": target, "session": session.pk, "device": UUID(device.id),
        "enrolment": UUID(device.users["me"].enrolment),
    }  # fmt: skip
    return Phone(device.authorization, names, [_batch(device, target, session.pk) for _ in range(batches)])


def _enrolled(world: World, actor: Actor) -> Device:
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
    return device


def _batch(device: Device, target: UUID, session: UUID) -> bytes:
    seen = written(datetime.now(UTC))
    details: dict[str, Any] = {"target": str(target), "details": {"count": 1}, "happened_at": seen}
    several = [device.do("me", "behaviour.record/1", session, details) for _ in range(BATCH)]
    return json.dumps(device.body(*several)).encode()
