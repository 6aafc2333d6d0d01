"""Whether it works: what somebody counted along, and what was decided."""

from datetime import timedelta
from uuid import UUID, uuid5

from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.outcomes import actions as outcomes
from alongside.outcomes.standings import remake
from alongside.people.models import Client
from alongside.plans import lookups as plans
from alongside.project.demo.cast import House, Told


def count_along(house: House, who: str, session: UUID, seen: list[Seen]) -> None:
    """A second observer counts while the visit runs, misses one in nine, and sees one ABC record in five otherwise."""
    noticed = [one for n, one in enumerate(seen, 1) if n % 9]
    records = [one.id for one in noticed if one.measure == "abc"]
    other = {id: {"consequence": "redirected"} for id in records[2::5]}
    rows = [
        Seen(uuid5(one.id, who), one.target_id, {**one.details, **other.get(one.id, {})}, one.happened_at, one.measure)
        for one in noticed
    ]
    behaviour.record(by=house[who], on=session, observations=rows, second=True)


def look_back(house: House, client: Client, told: Told) -> None:
    """What was decided, and where each objective stands."""
    for row in told.get("decided", ()):
        _decide(house, client, row)
    remake(client.pk)


def _decide(house: House, client: Client, row: Told) -> None:
    """What was decided about the objective on a target, on what its graph says today."""
    target = next(one.id for one in plans.targets_of(client.pk) if one.name == row["target"])
    objective = next(one for one in plans.objectives_of(client.pk) if one.target_id == target)
    again = house.today + timedelta(days=row["look_again_in"]) if "look_again_in" in row else None
    outcomes.decide(
        by=house[row["who"]], on=objective.id, choice=row["choice"], reason=row["reason"], look_again_on=again
    )
