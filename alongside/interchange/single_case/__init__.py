"""Published single-case series become clients with plans, phases, sessions and observations."""

from alongside.interchange.single_case import command

__all__ = ["command"]
