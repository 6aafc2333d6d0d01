"""What a door may read about notes, one function a verb."""

from alongside.notes.queries.comparing import compare
from alongside.notes.queries.lists import returned, to_cosign, to_sign
from alongside.notes.queries.reading import on_paper, see
from alongside.notes.queries.weighing import weigh
from alongside.notes.queries.working import ready, work

__all__ = ["compare", "on_paper", "ready", "returned", "see", "to_cosign", "to_sign", "weigh", "work"]
