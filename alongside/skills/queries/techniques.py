"""The library, and a client's techniques."""

from dataclasses import dataclass, replace
from uuid import UUID

from alongside.agencies.models import Agency
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.models import Client
from alongside.skills import library
from alongside.skills.history import history
from alongside.skills.library import Technique
from alongside.skills.lookups.teaching import taught_now
from alongside.skills.lookups.techniques import ChosenFacts, UsedTechnique, chosen_of, helped_of, used_by
from alongside.skills.rules.helping import Helped


@dataclass(frozen=True)
class TechniquesShown:
    """What a client is taught, what helped, what was used last."""

    client_id: UUID
    chosen: tuple[ChosenFacts, ...]
    helped: tuple[tuple[str, Helped], ...]
    used: tuple[UsedTechnique, ...]
    programs: tuple[tuple[str, str], ...]
    may_choose: bool


@query("skills.library", on="agencies.Agency")
def shelf(*, by: Actor, on: Agency, age: int | None = None) -> tuple[tuple[str, tuple[Technique, ...]], ...]:
    """All techniques family by family, or those for an age; each with what changed in it. One statement."""
    changed = history()
    every = [replace(one, changes=changed[one.key]) for one in library.techniques().values()]
    found = [(family, tuple(t for t in every if t.family == family and t.suits(age))) for family in library.families()]
    return tuple((family, some) for family, some in found if some)


@query("skills.see_techniques", on="people.Client")
def techniques(*, by: Actor, on: Client) -> TechniquesShown:
    """A client's techniques, and the programs that one may belong to. Six statements."""
    taught = taught_now([on.pk])[on.pk]
    return TechniquesShown(
        client_id=on.pk, chosen=chosen_of(on.pk), used=used_by(on.pk),
        helped=tuple((library.name(one.technique), one) for one in helped_of(on.pk)),
        programs=tuple((str(one.program_id), one.name) for one in taught),
        may_choose=isinstance(ask(by, "skills.choose", on), Capacity),
    )  # fmt: skip
