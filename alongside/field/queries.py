"""What pages show of devices, and of what was held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q, QuerySet

import alongside.field.policy  # noqa: F401  (the rules of these verbs)
from alongside.field.models import Decision, Device, Enrolment, Hold
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.people.lookups import Banner, banner
from alongside.workforce import lookups as workforce

MOST = 200


@dataclass(frozen=True)
class InUse:
    """A device of somebody: what they call it, since when, when it last handed in, whether it is lost."""

    id: UUID
    label: str
    since: datetime
    seen_at: datetime | None
    lost_at: datetime | None
    ended_at: datetime | None
    wiped_at: datetime | None


@dataclass(frozen=True)
class Held:
    """One operation that is held or waits. `why` is a code of the protocol; `mine`: recorded by who reads."""

    id: UUID
    kind: str
    why: str
    who: str
    mine: bool
    waits: bool
    at: str
    received_at: datetime


@dataclass(frozen=True)
class Whole:
    """One of them with everything that was handed in, and what was decided."""

    held: Held
    client: Banner | None
    device: str
    faults: tuple[str, ...]
    details: dict[str, Any]
    can_open: bool
    settled_at: datetime | None
    way: str
    reason: str
    decided_by: str


@query("field.devices", on="workforce.Staff")
def devices(*, by: Actor, on: Any) -> tuple[InUse, ...]:
    """The devices that somebody took into use, newest first. One statement."""
    rows = Enrolment.objects.filter(staff=on.pk).select_related("device").order_by("-began_at")[:MOST]
    return tuple(
        InUse(row.device_id, row.device.label, row.began_at, row.device.seen_at, row.device.lost_at, row.ended_at,
              row.wiped_at)
        for row in rows
    )  # fmt: skip


@query("field.holds", on="workforce.Staff")
def holds(*, by: Actor, on: Any) -> tuple[Held, ...]:
    """What is held of the actor's own and of those whom they supervise; for a director of everybody. Two statements."""
    everybody = "agency" in {relation for (_, v), to in by.grants.items() if v == "field.held" for relation in to}
    near = Q() if everybody else Q(staff__in=[by.staff_id, *by.supervises])
    return _lines(by, Hold.objects.filter(near, settled_at=None).order_by("received_at", "seq")[:MOST])


@dataclass(frozen=True)
class Count:
    """How many are held for one reason, without anything of what they hold."""

    why: str
    count: int
    oldest: datetime


@query("field.counts", on="agencies.Agency")
def counts(*, by: Actor, on: Any) -> tuple[Count, ...]:
    """Holds of the whole agency by their first reason, most first: numbers alone. One statement."""
    rows = Hold.objects.filter(settled_at=None).order_by().values("reasons__0__code")
    found = rows.annotate(many=models.Count("id"), oldest=models.Min("received_at")).order_by("-many")
    return tuple(Count(row["reasons__0__code"] or "early", row["many"], row["oldest"]) for row in found)


@query("field.held", on="field.Hold")
def held(*, by: Actor, on: Hold) -> Whole:
    """One of them, whole."""
    decision = Decision.objects.filter(hold=on.pk).first()
    body = on.body or {}
    return Whole(
        held=_lines(by, [on])[0], client=banner(on.client_id) if on.client_id else None,
        device=Device.objects.get(pk=on.device_id).label, faults=tuple(one["code"] for one in on.reasons[1:]),
        details=body.get("details", {}), can_open=bool(body), settled_at=on.settled_at,
        way=decision.way if decision else "", reason=decision.reason if decision else "",
        decided_by="".join(workforce.names([decision.by_id]).values()) if decision else "",
    )  # fmt: skip


def _lines(by: Actor, rows: "Iterable[Hold] | QuerySet[Hold]") -> tuple[Held, ...]:
    rows = list(rows)
    names = workforce.names(row.staff_id for row in rows)
    return tuple(
        Held(
            row.pk, row.kind, row.reasons[0]["code"] if row.reasons else "early",
            names.get(row.staff_id, "") if row.staff_id else "",
            row.staff_id == by.staff_id, row.outcome == "waiting", (row.body or {}).get("at", ""), row.received_at,
        )
        for row in rows
    )  # fmt: skip
