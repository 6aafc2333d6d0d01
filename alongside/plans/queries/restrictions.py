"""The page of a client's restrictive procedures: what each is, who agreed to it, and whether it may be used."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.models import Client
from alongside.plans import gates, reading
from alongside.plans.queries.shapes import VersionRow
from alongside.plans.rules.restrictive import Approved
from alongside.plans.showing import row_of, rows_of


@dataclass(frozen=True)
class ProcedureShown:
    """A procedure of a version with its gates as of today, and all that was ever agreed to it, the newest first."""

    line_id: UUID
    standing: gates.Standing
    approvals: tuple[Approved, ...]


@dataclass(frozen=True)
class RestrictionsShown:
    """By version (in force, draft): its procedures."""

    client_id: UUID
    versions: tuple[tuple[VersionRow, tuple[ProcedureShown, ...]], ...]
    may_note: bool
    may_withdraw: bool

    def line(self, line_id: UUID) -> ProcedureShown | None:
        return next((one for _, these in self.versions for one in these if one.line_id == line_id), None)

    @property
    def approval_ids(self) -> frozenset[UUID]:
        return frozenset(a.id for _, these in self.versions for one in these for a in one.approvals)


@query("plans.see_restrictions", on="people.Client")
def restrictions(*, by: Actor, on: Client) -> RestrictionsShown:
    """The procedures of the behavior plan in force, and of its draft for whoever writes it."""
    writes = isinstance(ask(by, "plans.write", on), Capacity)
    rows = rows_of(client=on, plan__kind="behaviour", ended_at__isnull=True)
    versions = [row for row in rows if row.published_at or writes]
    may = {v: isinstance(ask(by, f"plans.{v}", on), Capacity) for v in ("note_approval", "withdraw_approval")}
    of = _procedures(by, [row.pk for row in versions])
    return RestrictionsShown(
        client_id=on.pk, versions=tuple((row_of(row), of[row.pk]) for row in versions),
        may_note=may["note_approval"], may_withdraw=may["withdraw_approval"],
    )  # fmt: skip


def _procedures(by: Actor, versions: Collection[UUID]) -> dict[UUID, tuple[ProcedureShown, ...]]:
    """Of each of these versions. At most three statements, however many there are."""
    of = reading.procedures(versions)
    given = gates.approvals({said.restriction_id for these in of.values() for _, said in these})
    on = today(by.zone)
    return {
        version: tuple(
            ProcedureShown(line, gates.Standing(said, gates.open_of(said, mine, on=on)), mine)
            for line, said in these
            if said.restriction_id
            for mine in [given[said.restriction_id]]
        )
        for version, these in of.items()
    }
