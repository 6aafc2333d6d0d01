"""A client at a glance: is the plan working, what happened lately, who is around."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.chart.events import Event, events
from alongside.chart.rows import Row, rows
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.around import AroundClient, around
from alongside.people.banner import Banner, banner
from alongside.plans import lookups as plans
from alongside.plans.lookups import InForce
from alongside.schedule.lookups import Planned, next_of_client

LATELY = 8


@dataclass(frozen=True)
class Overview:
    banner: Banner
    rows: tuple[Row, ...]
    lately: tuple[Event, ...]
    around: AroundClient
    plans: tuple[InForce, ...]
    next_visit: Planned | None
    may_print: bool = False


@query("chart.see", on="people.Client")
def overview(*, by: Actor, on: Any, now: datetime) -> Overview:
    """The first page of a client's record. A bounded number of statements, however long the record."""
    return Overview(
        banner(on.pk), rows(on.pk), tuple(events(on.pk, by=by, most=LATELY)), around(on.pk, zone=by.zone),
        plans.plans_in_force(on.pk), next_of_client(on.pk, now),
        by.may("chart.records") and isinstance(ask(by, "chart.records", on), Capacity),
    )  # fmt: skip


@query("chart.behaviors", on="people.Client")
def behaviors(*, by: Actor, on: Any) -> tuple[Banner, tuple[Row, ...]]:
    """Every target of a client with its reading; ended ones too."""
    return banner(on.pk), rows(on.pk, also_ended=True)
