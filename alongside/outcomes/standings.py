"""Where each objective stands: remade for one client from what was observed, noted and decided."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from alongside.agencies.lookups import zone_here
from alongside.behaviour import lookups as behaviour
from alongside.foundation import reference, tenancy
from alongside.foundation.models import Entry
from alongside.foundation.moments import today
from alongside.foundation.webkit.times import local
from alongside.outcomes.models import Standing
from alongside.outcomes.reading.conditions import Condition
from alongside.outcomes.reading.statement import Statement
from alongside.outcomes.reading.status import first_met
from alongside.outcomes.working import readings
from alongside.people.models import Client
from alongside.plans import lookups as plans
from alongside.plans.lookups import ObjectiveFacts, TargetFacts

CHUNK = 50
FACTS = [
    "verdict", "begun_on", "first_on", "last_on", "visits", "level", "met_on", "meets", "watched", "by_two", "checks",
    "fidelity", "updated_at",
]  # fmt: skip


def follow(entry: Entry) -> None:
    """The reaction to what may move an objective: its client's standings are remade."""
    if entry.client_id is not None:
        remake(entry.client_id)


def rebuild_standings(agency_id: UUID, *, heard: Callable[[int, int], None] = lambda done, of: None) -> int:
    """Remake the standings of every client of an agency, a transaction a client; how many clients."""
    with tenancy.inside(agency_id):
        ids = list(Client.objects.order_by("id").values_list("id", flat=True))
    for number, client in enumerate(ids, 1):
        with tenancy.inside(agency_id):
            remake(client)
        if number % CHUNK == 0 or number == len(ids):
            heard(number, len(ids))
    return len(ids)


def remake(client_id: UUID) -> int:
    """Remake the standings of one client; how many there are. At most 13 statements.

    It locks nothing but the standings themselves, in the order of their objectives: whoever writes last has seen most.
    """
    asked = {o.target_id: o for o in reversed(plans.objectives_of(client_id)) if o.target_id}
    found = [target for target in plans.targets_of(client_id) if target.id in asked and target.measure != "abc"]
    rows = sorted(_rows(client_id, found, asked) if found else [], key=lambda row: row.objective_id)
    kept = [row.objective_id for row in rows]
    Standing.objects.filter(client=client_id).exclude(objective__in=kept).delete()
    Standing.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["agency_id", "objective"], update_fields=FACTS
    )  # fmt: skip
    return len(rows)


def _rows(client_id: UUID, targets: list[TargetFacts], asked: dict[UUID, ObjectiveFacts]) -> list[Standing]:
    here, read = zone_here(), readings(client_id, targets)
    since = today(here) - timedelta(days=reference.load("outcomes")["quarter_days"])
    covered = behaviour.covered([client_id], since=since)
    rows = []
    for target in targets:
        one = read[target.id]
        shares = one.fidelity
        row = _row(client_id, target, asked[target.id], one.conditions, one.statement, here)
        row.watched, row.by_two = covered.get(target.id, (0, 0))
        row.checks, row.fidelity = len(shares), sum(shares) / len(shares) if shares else None
        rows.append(row)
    return rows


def _row(
    client_id: UUID, target: TargetFacts, objective: ObjectiveFacts, found: tuple[Condition, ...], said: Statement,
    here: str,
) -> Standing:  # fmt: skip
    visits = [visit for condition in found for visit in condition.measured]
    treated = said.after or next((one for one in reversed(found) if one.kind == "intervention"), None)
    begun = (treated.begins_at if treated else None) or target.began_at or timezone.now()
    after = [(v.day, v.value) for v in visits if v.value is not None and v.at >= begun]
    met_on, meets = first_met(
        after, comparator=objective.comparator, criterion=objective.criterion, in_a_row=objective.sessions_in_a_row
    )
    newest = next((one for one in reversed(found) if one.values), None)
    return Standing(
        client_id=client_id, objective_id=objective.id, target_id=target.id, verdict=said.verdict,
        begun_on=local(begun, here).date(), first_on=visits[0].day if visits else None,
        last_on=visits[-1].day if visits else None, visits=len(visits), level=newest.level if newest else None,
        met_on=met_on, meets=meets,
    )  # fmt: skip
