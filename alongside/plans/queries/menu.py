"""The page of what a client works for."""

from dataclasses import dataclass
from uuid import UUID

from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.models import Client
from alongside.plans import lookups
from alongside.plans.lookups import PreferenceFacts, ReinforcerFacts


@dataclass(frozen=True)
class MenuShown:
    """The menu as it stands, what assessments found, and what the reader may do."""

    client_id: UUID
    lines: tuple[ReinforcerFacts, ...]
    found: tuple[PreferenceFacts, ...]
    may_offer: bool
    may_note: bool


@query("plans.see_menu", on="people.Client")
def menu(*, by: Actor, on: Client) -> MenuShown:
    """What the client works for, and what was found out about it."""
    may_offer, may_note = (isinstance(ask(by, verb, on), Capacity) for verb in ("plans.offer", "plans.note_preference"))
    return MenuShown(on.pk, lookups.menu_of(on.pk), lookups.preferences_of(on.pk), may_offer, may_note)
