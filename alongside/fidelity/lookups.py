"""How plans are carried out, for the floors above: check by check, by session, and how often somebody looked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from alongside.fidelity import rules
from alongside.fidelity.models import Check, Score
from alongside.foundation import reference
from alongside.plans.models import TargetLine
from alongside.sessions.models import Ending

STAFF = ("observer", "self")


@dataclass(frozen=True)
class FidelityPoint:
    """One check as it stands. `kind`: observer, self or caregiver; `who` carried the plan out, `by` scored it."""

    check_id: UUID
    session_id: UUID
    version_id: UUID
    number: int
    day: date
    at: datetime
    kind: str
    who: str
    by: str
    correct: int
    applicable: int

    @property
    def percent(self) -> float:
        """Steps done as written, in percent of those that applied."""
        return rules.percent(self.correct, self.applicable) or 0.0

    @property
    def share(self) -> float:
        """The same from 0 to 1."""
        return self.percent / 100


@dataclass(frozen=True)
class Coverage:
    """How many ended sessions of a span somebody else looked at. `aim`: percent (reference/fidelity.toml)."""

    sessions: int
    observed: int
    self_checked: int
    aim: int

    @property
    def percent(self) -> float | None:
        """Observed sessions in percent; None where there was none to observe."""
        return 100 * self.observed / self.sessions if self.sessions else None

    @property
    def enough(self) -> bool:
        return self.percent is not None and self.percent >= self.aim


@dataclass(frozen=True)
class Missed:
    """A step of the newest wording, and how often it was not done where it applied."""

    step: str
    moment: str
    text: str
    missed: int
    applicable: int

    @property
    def percent(self) -> float:
        return 100 * self.missed / self.applicable


def standing() -> QuerySet[Check]:
    """Checks that no correction follows."""
    return Check.objects.exclude(Exists(Check.objects.filter(follows=OuterRef("pk"))))


def series(
    client_id: UUID, first: date | None = None, last: date | None = None, *, target_id: UUID | None = None,
    kinds: Sequence[str] = STAFF,
) -> tuple[FidelityPoint, ...]:  # fmt: skip
    """The checks of a client on service days (both included), in time. One statement.

    `target_id`: of versions that name this target. Self-checks are among them: draw them as such, or ask for
    `kinds=("observer",)`; `("caregiver",)` are those of people at home.
    """
    rows = standing().filter(client_id=client_id, kind__in=kinds)
    if first:
        rows = rows.filter(service_day__gte=first)
    if last:
        rows = rows.filter(service_day__lte=last)
    if target_id:
        rows = rows.filter(version_id__in=TargetLine.objects.filter(target_id=target_id).values("version_id"))
    return points(rows)


def by_session(session_ids: Iterable[UUID]) -> dict[UUID, float]:
    """Of each session that was checked, the share (0 to 1) of the steps done; what others saw goes before self-checks.

    One statement.
    """
    found: dict[UUID, FidelityPoint] = {}
    for point in points(standing().filter(session_id__in=list(session_ids), kind__in=STAFF)):
        there = found.get(point.session_id)
        if there is None or point.kind == "observer" or there.kind == "self":
            found[point.session_id] = point
    return {session: point.share for session, point in found.items()}


def coverage(client_id: UUID, first: date, last: date) -> Coverage:
    """Which share of a client's ended sessions was looked at. Two statements."""
    return coverage_of_all([client_id], first, last)[client_id]


def coverage_of_all(client_ids: Iterable[UUID], first: date, last: date) -> dict[UUID, Coverage]:
    """As `coverage`, of each of these clients. Two statements, however many they are."""
    ids, aim = list(client_ids), reference.load("fidelity")["coverage_percent"]
    span = {"client_id__in": ids, "session__service_day__range": (first, last)}
    ended = dict(Ending.objects.filter(**span).values_list("client_id").annotate(Count("session_id", distinct=True)))
    rows = standing().filter(client_id__in=ids, service_day__range=(first, last)).values("client_id")
    seen = {
        row["client_id"]: row
        for row in rows.annotate(
            observed=Count("session_id", filter=Q(kind="observer"), distinct=True),
            own=Count("session_id", filter=Q(kind="self"), distinct=True),
        )
    }
    return {
        id: Coverage(ended.get(id, 0), seen.get(id, {}).get("observed", 0), seen.get(id, {}).get("own", 0), aim)
        for id in ids
    }


def recent(client_id: UUID) -> tuple[FidelityPoint, ...]:
    """The last checks by others, as many as decide whether to train again, the newest first. One statement."""
    most = reference.load("fidelity")["recent_checks"]
    return points(standing().filter(client_id=client_id, kind="observer").order_by("-service_day", "-at")[:most])


def is_low(points: Sequence[FidelityPoint]) -> bool:
    """Whether the mean of these checks is below the aim: train again before changing the plan."""
    aim: int = reference.load("fidelity")["aim_percent"]
    return bool(points) and sum(point.percent for point in points) / len(points) < aim


def missed_steps(client_id: UUID, first: date, last: date, *, kinds: Sequence[str] = STAFF) -> tuple[Missed, ...]:
    """Steps that were not done where they applied, the most missed first. One statement.

    The same words count as the same step: a line that stands in a new version as it stood before is one.
    """
    checks = standing().filter(client_id=client_id, kind__in=kinds, service_day__range=(first, last))
    rows = (
        Score.objects.filter(check_row__in=checks, client_id=client_id)
        .values("moment", "text")
        .annotate(missed=Count("id", filter=Q(result="no")), applied=Count("id", filter=~Q(result="na")))
    )
    found = [Missed("", row["moment"], row["text"], row["missed"], row["applied"]) for row in rows if row["missed"]]
    return tuple(sorted(found, key=lambda one: (-one.percent, -one.applicable, one.text)))


def of_session(session_id: UUID) -> tuple[FidelityPoint, ...]:
    """The checks of one session, in time. One statement."""
    return points(standing().filter(session_id=session_id))


def points(rows: QuerySet[Check]) -> tuple[FidelityPoint, ...]:
    """Rows as the floors above want them, in time unless they are a slice. One statement."""
    ordered = rows if rows.query.is_sliced else rows.order_by("service_day", "at")
    return tuple(
        FidelityPoint(
            row.pk, row.session_id, row.version_id, row.of_version, row.service_day, row.at, row.kind, row.who,
            row.scored_as, row.correct, row.applicable,
        )
        for row in ordered.annotate(of_version=F("version__number"))
    )  # fmt: skip
