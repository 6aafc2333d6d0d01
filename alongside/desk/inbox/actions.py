"""Reading one's letters off."""

from typing import Any

from alongside.desk.inbox import policy  # noqa: F401  (the rules of these verbs)
from alongside.foundation import outbox
from alongside.foundation.doing import action
from alongside.foundation.policy import Actor


@action("desk.acknowledge", on="foundation.Letter")
def acknowledge(*, by: Actor, on: Any) -> None:
    """The addressee has read it: it leaves the inbox."""
    outbox.acknowledge(on)
