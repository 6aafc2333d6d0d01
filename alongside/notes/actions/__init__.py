"""Every write about notes, one function a verb."""

from alongside.notes.actions.adding import add
from alongside.notes.actions.cosigning import cosign, give_back
from alongside.notes.actions.drafting import choose, correct, draft, save
from alongside.notes.actions.leaving import leave
from alongside.notes.actions.putting_aside import put_aside, take_up
from alongside.notes.actions.signing import explain, sign

__all__ = [
    "add",
    "choose",
    "correct",
    "cosign",
    "draft",
    "explain",
    "give_back",
    "leave",
    "put_aside",
    "save",
    "sign",
    "take_up",
]
