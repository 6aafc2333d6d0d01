"""The page of what was allowed for a client."""

from dataclasses import dataclass

from alongside.consents.lookups import ConsentLine, consents_of
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.banner import Banner, banner
from alongside.people.models import Client


@dataclass(frozen=True)
class ConsentsShown:
    """Everything that was decided, the newest first."""

    banner: Banner
    consents: tuple[ConsentLine, ...]
    may_record: bool


@query("consents.see", on="people.Client")
def see(*, by: Actor, on: Client) -> ConsentsShown:
    """What was allowed, refused and taken back. A bounded number of statements."""
    may = isinstance(ask(by, "consents.record", on), Capacity)
    return ConsentsShown(banner(on.pk), consents_of(on.pk, today(by.zone)), may)
