"""How much help daily living takes: in a session, and month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from alongside.foundation import reference
from alongside.living import rules
from alongside.living.models import Helped


@dataclass(frozen=True)
class HelpGiven:
    """One activity, once."""

    id: UUID
    activity: str
    level: str
    choice: str
    refused: bool
    at: datetime


@dataclass(frozen=True)
class Month:
    """One activity in one month. `share`: percent without help, of what was done; None where nothing was done."""

    first: date
    done: int
    independent: int
    refused: int
    chosen: int

    @property
    def share(self) -> int | None:
        return rules.share(self.independent, self.done)


@dataclass(frozen=True)
class Trend:
    """One activity, month by month, the newest last."""

    activity: str
    months: tuple[Month, ...]

    @property
    def newest(self) -> Month:
        return self.months[-1]


def of_session(session_id: UUID) -> tuple[HelpGiven, ...]:
    """What was helped with in a session, in time. One statement."""
    rows = Helped.objects.filter(session=session_id).order_by("at", "id")
    return tuple(HelpGiven(r.pk, r.activity, r.level, r.choice, r.refused, r.at) for r in rows)


def trends(client_id: UUID, *, since: date) -> tuple[Trend, ...]:
    """Each activity month by month from the month of `since`, in the order of reference/living.toml. One statement."""
    rows = (
        Helped.objects.filter(client=client_id, service_day__gte=since.replace(day=1))
        .annotate(month=TruncMonth("service_day"))
        .values("activity", "month")
        .annotate(
            done=Count("id", filter=Q(refused=False)),
            independent=Count("id", filter=Q(refused=False, level="independent")),
            turned_down=Count("id", filter=Q(refused=True)), chosen=Count("id", filter=Q(choice="taken")),
        )
        .order_by("month")
    )  # fmt: skip
    found: dict[str, list[Month]] = {}
    for row in rows:
        month = Month(row["month"], row["done"], row["independent"], row["turned_down"], row["chosen"])
        found.setdefault(row["activity"], []).append(month)
    order: list[str] = reference.load("living")["activities"]
    return tuple(Trend(key, tuple(found[key])) for key in order if key in found)


def practised(client_ids: Iterable[UUID], *, since: date) -> dict[UUID, list[str]]:
    """The activities that each client has practised since a day, the most frequent first. One statement."""
    ids = list(client_ids)
    rows = Helped.objects.filter(client__in=ids, service_day__gte=since).values("client", "activity")
    found: dict[UUID, list[str]] = {id: [] for id in ids}
    for row in rows.annotate(n=Count("id")).order_by("-n", "activity"):
        found[row["client"]].append(row["activity"])
    return found
