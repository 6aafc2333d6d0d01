"""How long a client's record is kept: the longest of the dated rules of reference/retention.toml that apply."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Rule = Mapping[str, Any]


@dataclass(frozen=True)
class Kept:
    """The first day on which a record need not be kept any more, and the rule that decides it."""

    until: date
    key: str
    name: str
    source: str


def kept(
    rules: Iterable[Rule], *, on: date, jurisdiction: str, payers: Collection[str], discharged_on: date,
    born: date | None,
) -> Kept | None:  # fmt: skip
    """The longest rule in force on a day. None where none applies, or where one asks for a birth date nobody knows."""
    found = [r for r in rules if _in_force(r, on) and _applies(r, jurisdiction, payers)]
    if not found or (born is None and any("minors_until" in r for r in found)):
        return None
    return max((_kept(r, discharged_on, born) for r in found), key=lambda one: one.until)


def later(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes 1 March of a common year."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _kept(rule: Rule, discharged_on: date, born: date | None) -> Kept:
    until = later(discharged_on, rule["years"])
    if born is not None and "minors_until" in rule:
        until = max(until, later(born, rule["minors_until"]))
    return Kept(until, rule["key"], rule["name"], rule["source"])


def _in_force(rule: Rule, on: date) -> bool:
    """Dates come from a file of reference/, or as text from an edition kept as a row."""
    begins, ends = (date.fromisoformat(str(rule[n])) if n in rule else None for n in ("effective_from", "effective_to"))
    return (begins is None or begins <= on) and (ends is None or on < ends)


def _applies(rule: Rule, jurisdiction: str, payers: Collection[str]) -> bool:
    here = rule.get("jurisdiction", jurisdiction) == jurisdiction
    return here and ("payers" not in rule or bool(set(rule["payers"]) & set(payers)))
