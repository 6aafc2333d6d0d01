"""Reviewed knowledge about plans: required parts, settings, measures. Read from reference/."""

from collections.abc import Mapping
from typing import Any

from alongside.foundation import reference


def plans() -> Mapping[str, Any]:
    return reference.load("plans")


def restrictive() -> Mapping[str, Any]:
    """Which restrictive procedures a plan may hold, with what each needs, and which it never may."""
    return reference.load("restrictive")


def settings() -> list[Mapping[str, Any]]:
    return list(reference.load("target_settings")["setting"])


def settings_of(measure: str) -> list[Mapping[str, Any]]:
    return [setting for setting in settings() if measure in setting["measures"]]


def measures() -> Mapping[str, Any]:
    return dict(reference.load("measures")["measure"])


def unit(measure: str) -> str:
    """The unit of a measure's values, in words."""
    return str(measures()[measure]["unit"])


def unit_of(measure: str, settings: Mapping[str, Any]) -> str:
    """The unit of a target's values: that of its measure, or the source's own where values are reported."""
    return str(settings.get("unit") or unit(measure))


def part_keys(kind: str) -> list[str]:
    """The parts told in words of a kind of plan, in their order."""
    return [key for key, part in plans()["part"].items() if kind in part["plans"]]


def asked_parts(kind: str) -> list[str]:
    """The parts that a draft is asked for: those that are read only where they were written are not among them."""
    return [key for key in part_keys(kind) if not plans()["part"][key].get("retired")]
