"""The edition of a payer's rules that was in force on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.foundation import reference

OWN = "agency"


@dataclass(frozen=True)
class Payer:
    """What one edition asks for. Hours and days count from the end of the visit and from the author's signature."""

    key: str
    name: str
    edition: str
    needs: tuple[str, ...]
    sign_hours: int
    cosign_days: int
    units: str


def payer(key: str, *, on: date) -> Payer:
    """The edition of `key` in force on a service day.

    A payer whom nobody described, or a day before a payer's first edition, has the agency's own rules: a visit can
    always be written down.
    """
    editions = reference.load("payers")["rules"]
    in_force = [e for e in editions if e["payer"] in (key, OWN) and reference.in_force(e, on)]
    own = [e for e in editions if e["payer"] == OWN]
    e = next((e for e in in_force if e["payer"] == key), in_force[0] if in_force else own[0])
    return Payer(e["payer"], e["name"], e["edition"], tuple(e["needs"]), e["sign_hours"], e["cosign_days"], e["units"])


def elements() -> Mapping[str, Mapping[str, Any]]:
    """Who mends each element, and where."""
    found: Mapping[str, Mapping[str, Any]] = reference.load("payers")["element"]
    return found
