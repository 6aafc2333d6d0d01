"""The library of plan templates: what stands on the shelf, and one of them in an edition."""

from dataclasses import dataclass
from typing import Any

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.plans import shelf
from alongside.plans.rules.templates import PlanTemplate


@dataclass(frozen=True)
class Shelf:
    """The templates in use, and every edition of the one that was asked for, the newest first."""

    templates: tuple[PlanTemplate, ...]
    editions: tuple[PlanTemplate, ...] = ()

    def named(self, key: str, edition: str = "") -> PlanTemplate | None:
        """The template of a key: the edition asked for, or the one in use."""
        among = self.editions if edition else self.templates
        return next((one for one in among if one.key == key and edition in ("", one.edition)), None)


@query("plans.library", on="agencies.Agency")
def library(*, by: Actor, on: Any, key: str = "") -> Shelf:
    """What is on the shelf; with `key`, the editions of that template too. Two statements."""
    return Shelf(shelf.shelf(on=today(by.zone)), shelf.editions_of(key) if key else ())
