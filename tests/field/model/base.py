"""What every run begins with: the cast, a plan with a target for each client, and what a pack would have told."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from alongside.foundation.tenancy import inside
from alongside.people.models import Client
from alongside.plans.actions import offer
from alongside.plans.models import Strategy, Target
from alongside.skills import actions as skills
from alongside.skills.models import Probe
from alongside.skills.tests import scenes
from tests import plans

CLIENTS = ("theo", "lucia", "ida")
SUPERVISED = {"theo": "imani", "lucia": "imani", "ida": "hana"}


@dataclass
class Base:
    """`targets`, `strategies`, `reinforcers` and `probes` by client."""

    cast: Any
    targets: dict[str, str] = field(default_factory=dict)
    strategies: dict[str, str] = field(default_factory=dict)
    reinforcers: dict[str, str] = field(default_factory=dict)
    probes: dict[str, str] = field(default_factory=dict)

    def client(self, name: str) -> str:
        return str(getattr(self.cast, name).pk)


def _probe(client: Any, by: Any) -> str:
    """Something that the client has learned, to be looked at again."""
    waves = Target.objects.create(
        client=client, measure="trial", settings={"prompts": scenes.PROMPTS}, kind="skill", improvement="increase",
        name="Waves", began_at=scenes.LONG_AGO,
    )  # fmt: skip
    whole = scenes.whole(steps=(), kinds=())
    program = skills.begin(by=by, on=waves.pk, domain="social", whole=whole, began_at=scenes.LONG_AGO)
    skills.move(by=by, on=program.pk, reason="Done.", begins_at=scenes.NOW - timedelta(days=10))
    return str(Probe.objects.filter(program=program).order_by("due_on").first().pk)


def prepared(cast: Any) -> Base:
    """Make the plans, in the database that is connected."""
    base = Base(cast)
    with inside(cast.agency):
        for name in CLIENTS:
            by = getattr(cast, SUPERVISED[name])
            offered = offer(by=by, on=getattr(cast, name), text="Trains", cost=5)
            base.reinforcers[name] = str(offered.pk)
            Client.objects.filter(pk=base.client(name)).update(diagnosis="F84.0")
            base.targets[name] = str(plans.target(cast, measure="count", client=getattr(cast, name), by=by))
            base.probes[name] = _probe(getattr(cast, name), by)
        for name in CLIENTS:
            mine = Strategy.objects.filter(client=base.client(name)).order_by("-pk")
            base.strategies[name] = str(mine.first().pk)
    return base
