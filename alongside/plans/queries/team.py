"""Who on the team is ready to work by a version."""

from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.plans.models import PlanVersion
from alongside.plans.teams import TeamShown, team_of


@query("plans.see_team", on="plans.PlanVersion", fetch=("plan",))
def team(*, by: Actor, on: PlanVersion) -> TeamShown:
    """Who is on the client's team today, and how ready each is for this version. Five statements, and asking."""
    return team_of(by, on)
