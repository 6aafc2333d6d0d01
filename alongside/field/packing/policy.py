"""Everybody takes along a pack of their own. Whose clients are in it, their grants for the pages decide."""

from alongside.foundation.policy import ruled
from alongside.sessions.policy import own

ruled("field.pack", relations=own)
