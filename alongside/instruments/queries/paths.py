"""What must follow an answer that opens a path: in whose words, since when, and what waits for somebody to agree."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.agencies.models import Agency
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.instruments.following import agreed
from alongside.instruments.models import PathApproval, PathWording
from alongside.instruments.rules.following import in_force


@dataclass(frozen=True)
class Wording:
    """One wording with who wrote it, and who agreed. `may_agree`: the reader may."""

    id: UUID
    number: int
    must: tuple[str, ...]
    grave_must: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    begins_on: date
    reason: str
    by: str
    at: datetime
    agreed_by: str
    agreed_at: datetime | None
    may_agree: bool


@dataclass(frozen=True)
class Path:
    """One path. `used`: the number of the wording in force, None where the product's own steps are."""

    key: str
    must: tuple[str, ...]
    grave_must: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    used: int | None
    wordings: tuple[Wording, ...]


@query("instruments.paths", on="agencies.Agency")
def paths(*, by: Actor, on: Agency) -> tuple[Path, ...]:
    """Every path with its wordings, the newest first. Four statements, and one for each wording that waits."""
    words, rows = agreed(by.zone), list(PathWording.objects.order_by("-number"))
    approvals = {one.wording_id: one for one in PathApproval.objects.all()}
    found = []
    for one in reference.load("instrument_paths")["path"]:
        own = in_force(words, one["key"], today(by.zone))
        mine = tuple(_wording(by, row, approvals.get(row.pk)) for row in rows if row.path == one["key"])
        found.append(
            Path(
                one["key"],
                (own.must if own else ()) or _said(one["must"]),
                (own.grave_must if own else ()) or _said(one["grave_must"]),
                own.numbers if own else (),
                own.number if own and own.must else None,
                mine,
            )  # fmt: skip
        )
    return tuple(found)


def _said(keys: list[str]) -> tuple[str, ...]:
    """The product's own steps in words."""
    return tuple(say(f"instruments.must.{key}") for key in keys)


def _wording(by: Actor, row: PathWording, approval: PathApproval | None) -> Wording:
    may = approval is None and isinstance(ask(by, "instruments.agree_path", row), Capacity)
    return Wording(
        row.pk, row.number, tuple(row.must), tuple(row.grave_must), tuple((n, c) for n, c in row.numbers),
        row.begins_on, row.reason, row.name, row.at, approval.name if approval else "",
        approval.at if approval else None, may,
    )  # fmt: skip
