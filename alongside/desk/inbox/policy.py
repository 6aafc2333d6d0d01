"""One's own letters; what was parked, for those who keep the house."""

from typing import Any

from alongside.foundation.policy import ANYONE_HERE, Actor, rule, ruled


def own_letter(actor: Actor, letter: Any) -> frozenset[str]:
    """self: it was written to the actor."""
    return frozenset({"self"}) if letter.to_staff_id == actor.staff_id else ANYONE_HERE


def own(actor: Actor, staff: Any) -> frozenset[str]:
    """self: the actor's own worklist."""
    return frozenset({"self"}) if staff.pk == actor.staff_id else ANYONE_HERE


rule("desk.acknowledge", relations=own_letter)(lambda actor, letter: None)
rule("desk.inbox", relations=own)(lambda actor, staff: None)
ruled("desk.parked")
