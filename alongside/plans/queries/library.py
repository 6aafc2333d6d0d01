"""The library of plan templates: what stands on the shelf, and one of them in an edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.plans import shelf
from alongside.plans.lookups.drafted import Started, templates_at_work
from alongside.plans.rules.templates import PlanTemplate


@dataclass(frozen=True)
class Shelf:
    """The templates in use, and every edition of the one that was asked for, the newest first."""

    templates: tuple[PlanTemplate, ...]
    editions: tuple[PlanTemplate, ...] = ()
    at_work: tuple[Started, ...] = ()
    own_ids: Mapping[tuple[str, str], UUID] = field(default_factory=dict)

    def own_id(self, one: PlanTemplate) -> UUID | None:
        """The edition of the agency's own that a template is; None for one that was shipped."""
        return self.own_ids.get((one.key, one.edition))

    def named(self, key: str, edition: str = "") -> PlanTemplate | None:
        """The template of a key: the edition asked for, or the one in use."""
        among = self.editions if edition else self.templates
        return next((one for one in among if one.key == key and edition in ("", one.edition)), None)


@query("plans.library", on="agencies.Agency")
def library(*, by: Actor, on: Any, key: str = "") -> Shelf:
    """What is on the shelf; with `key`, the editions of that template too. Nine statements at most."""
    found = shelf.shelf(on=today(by.zone))
    if not key:
        return Shelf(found, at_work=templates_at_work())
    return Shelf(found, shelf.editions_of(key), own_ids=shelf.own_ids(key))
