"""As what somebody signs, in the words that are printed below the name."""

from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor


def capacity(by: Actor, verb: str, *, instead_of: str = "") -> str:
    """The role that grants the verb, and for whom somebody stands in."""
    names = reference.load("roles")["role"]
    role = next(names[role]["name"] for role in by.roles if (role, verb) in by.grants)
    return say("notes.capacity.cover", role=role, absent=instead_of) if instead_of else str(role)
