"""One objective: is it working, how sure is that, can the data be trusted, and what was decided."""

from dataclasses import dataclass, replace
from statistics import fmean
from typing import Any
from uuid import UUID

from alongside.behaviour import lookups as behaviour
from alongside.chart.threads import Thread, threads
from alongside.chart.unsigned import why_open
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.errors import NotHere
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.foundation.webkit.times import local
from alongside.outcomes.drawing import overlay_words, picture
from alongside.outcomes.graph.picture import Change, Fidelity, Graph
from alongside.outcomes.lookups import Decided, decisions_of
from alongside.outcomes.reading.effects import Effect, effects
from alongside.outcomes.reading.overlays import Nights, Overlay, newcomers, nights
from alongside.outcomes.reading.phases import Look, looks
from alongside.outcomes.trust import NEWEST, Trust, kept_of, trust
from alongside.outcomes.working import Read, read
from alongside.people.banner import Banner, banner
from alongside.plans import lookups as plans
from alongside.plans.lookups import ObjectiveFacts
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class ObjectivePage:
    """Everything that the page of one objective shows. Without a target there is nothing measured: `read` is None."""

    banner: Banner
    objective: ObjectiveFacts
    decisions: tuple[Decided, ...]
    may_decide: bool
    may_print: bool = False
    thread: Thread | None = None
    read: Read | None = None
    graph: Graph | None = None
    looks: tuple[Look, ...] = ()
    effects: tuple[Effect, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    nights: Nights | None = None
    trust: Trust | None = None

    @property
    def fidelity(self) -> float | None:
        """Mean percent of the plan's steps carried out in what is compared."""
        return fmean(self.read.fidelity) * 100 if self.read and self.read.fidelity else None

    @property
    def fidelity_checks(self) -> int:
        return len(self.read.fidelity) if self.read else 0

    @property
    def seen(self) -> str:
        return self.read.seen if self.read else ""


@query("chart.objective", on="plans.Objective")
def objective(*, by: Actor, on: Any, calendar: bool = False) -> ObjectivePage:
    """An objective with its graph, reading and decisions. At most 60 visits of each of the last 12 phases."""
    return _page(by, on, calendar)


@query("chart.print_objective", on="plans.Objective")
def objective_on_paper(*, by: Actor, on: Any, calendar: bool = False) -> ObjectivePage:
    """The same to be printed: asked and written down by itself, for paper leaves the house."""
    return _page(by, on, calendar)


def _page(by: Actor, on: Any, calendar: bool) -> ObjectivePage:
    facts = plans.objective(on.pk)
    if facts is None:  # of a draft: it is read where it is written
        raise NotHere("plans.Objective")
    decided = decisions_of(on.pk, on.target_id)
    strand = plans.strand(on.client_id, on.pk)
    [thread] = threads(on.client_id, [strand] if strand else [], by=by) or (None,)
    may_print = isinstance(ask(by, "chart.print_objective", on), Capacity)
    page = ObjectivePage(banner(on.client_id), facts, decided, by.may("outcomes.decide"), may_print, thread)
    return page if on.target_id is None else _measured(page, on.client_id, on.target_id, by.zone, calendar)


def _measured(page: ObjectivePage, client_id: UUID, target_id: UUID, zone: str, calendar: bool) -> ObjectivePage:
    found = read(client_id, target_id, unsigned=why_open(client_id))
    kept = kept_of(client_id, found)
    slept = [local(one.at, zone).date() for one in behaviour.noticed(client_id, most=NEWEST) if one.area == "sleep"]
    marks, compared = nights(slept, [(one.day, one.value) for one in kept])
    came = newcomers([(one.day, one.staff_id) for one in kept], names({one.staff_id for one in kept}))
    overlays = tuple(sorted([*_noted(found, zone), *came, *marks], key=lambda one: one.day))
    drawn = picture(found.target, found.conditions, objective=page.objective, zone=zone, calendar=calendar)
    days = [point.day for point in drawn.points]
    lines = tuple(Change(one.day, overlay_words(one)) for one in overlays if days and days[0] <= one.day <= days[-1])
    said = found.statement
    sized = effects(said.before, said.after, found.target.improvement, found.target.measure) if said.after else ()  # type: ignore[arg-type]
    return replace(
        page, read=found, graph=replace(drawn, changes=lines, fidelity=_strip(found)),
        looks=looks(found.conditions), effects=sized,
        overlays=overlays, nights=compared if compared.count else None, trust=trust(client_id, found, kept),
    )  # fmt: skip


def _strip(found: Read) -> Fidelity | None:
    """The share of the plan's steps under each visit that was watched; no strip where nobody watched."""
    if not found.carried_out:
        return None
    shares = tuple(found.carried_out.get(visit.session_id) for one in found.conditions for visit in one.visits)
    return Fidelity(say("chart.trust.done"), shares, reference.load("outcomes")["carried_out"])


def _noted(found: Read, zone: str) -> list[Overlay]:
    return [Overlay(local(one.at, zone).date(), one.kind, one.label) for one in found.changes]
