"""Everybody sees their own day."""

from alongside.foundation.policy import ruled
from alongside.sessions.policy import own

ruled("desk.today", relations=own)
