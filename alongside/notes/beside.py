"""What a visit holds beside the targets: notices, tokens, daily living, techniques, a crisis; what is preferred."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.behaviour.lookups import Exchanged, Noticed, TokensGiven, exchanges_in, noticed_in, tokens_in
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.incidents import lookups as incidents
from alongside.incidents.lookups import CrisisFacts
from alongside.living import lookups as living
from alongside.living.lookups import HelpGiven
from alongside.plans.lookups import PreferenceFacts, preferences_on
from alongside.sessions.lookups import Spent
from alongside.skills.lookups import UsedTechnique, used_in


@dataclass(frozen=True)
class Beside:
    """In the order of time, each."""

    noticed: tuple[Noticed, ...] = ()
    tokens: tuple[TokensGiven, ...] = ()
    exchanges: tuple[Exchanged, ...] = ()
    helped: tuple[HelpGiven, ...] = ()
    techniques: tuple[UsedTechnique, ...] = ()
    crises: tuple[CrisisFacts, ...] = ()
    preferences: tuple[PreferenceFacts, ...] = ()


def beside(session: Spent) -> Beside:
    """Seven statements, whatever the visit holds."""
    return Beside(
        noticed=noticed_in(session.id), tokens=tokens_in(session.id), exchanges=exchanges_in(session.id),
        helped=living.of_session(session.id), crises=incidents.of_session(session.id),
        techniques=used_in(session.id),
        preferences=preferences_on(session.client_id, day=session.service_day, by=session.staff_id),
    )  # fmt: skip


def kept(found: Beside) -> Iterator[tuple[str, list[tuple[UUID, datetime]]]]:
    """What to call each kind of entry of the visit, and its rows with their times."""
    yield say("notes.recorded.noticed"), [(one.id, one.at) for one in found.noticed]
    tokens = [(one.id, one.at) for one in found.tokens]
    yield say("notes.recorded.tokens"), tokens + [(one.id, one.at) for one in found.exchanges]
    yield say("notes.recorded.helped"), [(one.id, one.at) for one in found.helped]
    yield say("notes.recorded.techniques"), [(one.id, one.at) for one in found.techniques]
    yield say("notes.recorded.crises"), [(one.id, one.began_at) for one in found.crises]


def rows(found: Beside, zone: str) -> dict[str, str]:
    """Each entry in a few words, by its id."""
    return {str(id): times.clock(at, zone) for _, some in kept(found) for id, at in some}
