"""Who of the demo's teams read the plans and was trained on them: everybody but whoever is new."""

from datetime import datetime
from uuid import UUID

from alongside.people.models import Client
from alongside.plans import actions as plans
from alongside.plans import lookups
from alongside.project.demo.cast import House, Told

HOWS = ("explained", "modelled", "practised")


def prepare(house: House, client: Client, told: Told) -> None:
    """The team that was there before: read and trained on the plan as it came, by the supervisor; she by the director.

    Rows of the team with `new` came later and are left out.
    """
    version = lookups.plan_in_force(client.pk, kind="behaviour")
    assert version is not None
    lead = next(str(row["who"]) for row in told["team"] if row["part"] == "supervisor")
    for row in told["team"]:
        if "left" not in row and not row.get("new"):
            _ready(house, version.version_id, str(row["who"]), by="amara" if row["who"] == lead else lead)


def on_the_next(house: House, client: Client, told: Told) -> None:
    """Who has read the newest version already, and who practiced what is new in it."""
    version = lookups.plan_in_force(client.pk, kind="behaviour")
    assert version is not None
    lead = next(str(row["who"]) for row in told["team"] if row["part"] == "supervisor")
    for who in told["next"].get("read", ()):
        plans.acknowledge(by=house[who], on=version.version_id)
    for who in told["next"].get("trained", ()):
        _train(house, version.version_id, who, by=lead)


def keep(house: House, client_id: UUID, told: Told, until: datetime) -> None:
    """Whoever makes the visits is ready for them, also where the demo is opened again weeks later."""
    who = told["visits"]["who"]
    found = lookups.unready(client_id, house.staff[who], until)
    if found is not None:
        lead = next(str(row["who"]) for row in told["team"] if row["part"] == "supervisor")
        _ready(house, found.version_id, who, by=lead)


def _ready(house: House, version_id: UUID, who: str, *, by: str) -> None:
    plans.acknowledge(by=house[who], on=version_id)
    _train(house, version_id, who, by=by)


def _train(house: House, version_id: UUID, who: str, *, by: str) -> None:
    plans.train(by=house[by], on=version_id, staff_id=house.staff[who], hows=HOWS, competent=True)
