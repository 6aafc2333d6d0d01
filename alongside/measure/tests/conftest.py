"""Invariants are tried without a deadline: no test asserts a time."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
