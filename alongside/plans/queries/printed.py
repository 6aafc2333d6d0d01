"""A published version to be printed, with what stands on it."""

from dataclasses import dataclass

from alongside.agencies import lookups as agencies
from alongside.agencies.lookups import Number
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.plans.looked_over import ReviewsShown, SignaturesShown, reviewed, signed_by
from alongside.plans.models import PlanVersion
from alongside.plans.queries.shapes import VersionShown, Voice
from alongside.plans.showing import published
from alongside.plans.teams import TeamShown, team_of


@dataclass(frozen=True)
class Stood:
    """What stands on a version: who signed it, how it was looked over, who has read it and was trained."""

    signatures: SignaturesShown
    reviews: ReviewsShown
    team: TeamShown


@dataclass(frozen=True)
class Printed:
    """A version, and the client's voice as it is today. `stood`, `on_call`: only where they are printed."""

    version: VersionShown
    voice: Voice
    stood: Stood | None = None
    on_call: tuple[Number, ...] = ()


@query("plans.print", on="plans.PlanVersion", fetch=("plan", "client", "made_by__party"))
def on_paper(*, by: Actor, on: PlanVersion, stood: bool = False, on_call: bool = False) -> Printed:
    """One published version to be printed: asked and written down by itself, for paper leaves the house.

    `stood`: with signatures, reviews and acknowledgements; `on_call`: with the numbers that answer today.
    """
    version, who = published(on), on.client
    voice = Voice(who.own_words, who.strengths, who.matters, who.culture)
    found = Stood(signed_by(by, on), reviewed(by, on), team_of(by, on)) if stood else None
    return Printed(version, voice, found, agencies.on_call(today(by.zone)) if on_call else ())
