"""Pages of daily living."""

from dataclasses import dataclass
from datetime import timedelta

from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.living.lookups import HelpGiven, Trend, of_session, trends
from alongside.people.banner import Banner, banner
from alongside.people.models import Client
from alongside.sessions.models import Session


@dataclass(frozen=True)
class LivingShown:
    """A client's daily living of the last months."""

    banner: Banner
    trends: tuple[Trend, ...]


@query("living.see", on="people.Client")
def see(*, by: Actor, on: Client) -> LivingShown:
    """Each activity month by month. Two statements."""
    since = today(by.zone) - timedelta(days=30 * (reference.load("living")["months_shown"] - 1))
    return LivingShown(banner(on.pk), trends(on.pk, since=since))


@query("living.in_visit", on="sessions.Session")
def in_visit(*, by: Actor, on: Session) -> tuple[HelpGiven, ...]:
    """What was helped with in a visit. One statement."""
    return of_session(on.pk)
