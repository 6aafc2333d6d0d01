"""What is taught, looked at again and used in one visit."""

from dataclasses import dataclass

from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.banner import Banner, banner
from alongside.sessions.lookups import Spent, spent
from alongside.sessions.models import Session
from alongside.skills.facts import ProbeFacts, ProgramFacts
from alongside.skills.lookups.techniques import ChosenFacts, UsedTechnique, chosen_of, used_in
from alongside.skills.standing import programs_of


@dataclass(frozen=True)
class VisitShown:
    """The programs where they stand, what may be looked at again in this visit, techniques and what was used."""

    banner: Banner
    session: Spent
    programs: tuple[ProgramFacts, ...]
    probes: tuple[tuple[ProgramFacts, ProbeFacts], ...]
    chosen: tuple[ChosenFacts, ...]
    used: tuple[UsedTechnique, ...]
    may_record: bool


@query("skills.in_visit", on="sessions.Session")
def in_visit(*, by: Actor, on: Session) -> VisitShown:
    """What there is to teach in a visit. About fourteen statements."""
    found = programs_of(on.client_id)
    probes = [
        (program, probe) for program in found for probe in program.probes
        if probe.session_id == on.pk or (not probe.taken and probe.due_on <= on.service_day)
    ]  # fmt: skip
    return VisitShown(
        banner=banner(on.client_id), session=spent(on.pk), programs=found, probes=tuple(probes),
        chosen=chosen_of(on.client_id), used=used_in(on.pk),
        may_record=isinstance(ask(by, "skills.use_technique", on), Capacity),
    )  # fmt: skip
