"""Which plan templates there are, for whoever has decided why a behavior happens."""

from dataclasses import dataclass
from datetime import date

from alongside.plans import known, shelf


@dataclass(frozen=True)
class TemplateFacts:
    """A template on the shelf: `key` is what `plans.skeleton` takes; what it is for; `name` of the agency's own."""

    key: str
    function: str
    band: str
    about: str
    edition: str
    name: str = ""


def plan_templates(*, on: date) -> tuple[TemplateFacts, ...]:
    """Every template in use on a day, the agency's own last. Three statements."""
    return tuple(TemplateFacts(t.key, t.function, t.band, t.about, t.edition, t.name) for t in shelf.shelf(on=on))


def band_of(age: int | None) -> str:
    """The age band of somebody; "" for younger than all bands, or where the age is not known."""
    bands = known.plans()["band"]
    return next((band for band, (first, last) in bands.items() if age is not None and first <= age <= last), "")


def template_for(function: str, age: int | None, *, on: date) -> TemplateFacts | None:
    """The template of a function for an age, the agency's own before the shipped one, or None.

    Pain, several reasons and unclear ones have none. Three statements.
    """
    band = band_of(age)
    fits = [t for t in plan_templates(on=on) if (t.function, t.band) == (function, band)]
    return next((t for t in fits if t.name), fits[0] if fits else None)
