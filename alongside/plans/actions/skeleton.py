"""A draft from a plan template, with what an assessment decided."""

from dataclasses import replace

from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people.banner import banner
from alongside.people.models import Client
from alongside.plans import known, reading, shelf
from alongside.plans.actions import keeping
from alongside.plans.models import Plan, PlanVersion, Target
from alongside.plans.rules import faults_of, templates, texts
from alongside.plans.rules.templates import AssessmentFacts, PlanTemplate


@action("plans.skeleton", on="people.Client", locks=True, makes=True)
def skeleton(*, by: Actor, on: Client, template: str, facts: AssessmentFacts | None = None) -> PlanVersion:
    """A draft of the client's behavior plan from a template (`escape-adult`), filled with an assessment's facts.

    Where a plan is in force, the draft goes on from it: its targets, goals and restrictive procedures stay, its words
    are the template's. Without facts the template's function is only assumed, and the draft's own text says so.
    Raises Unacceptable: no such template, a draft is there already, facts that cannot stand in a plan.
    """
    chosen = shelf.template(template, on=today(by.zone))
    if chosen is None:
        raise Unacceptable(Fault("plans.fault.no_such_template", "template"))
    version = _draft(by, on)
    _write(by, version, chosen, facts, name=banner(on.pk).given)
    return version


def _draft(by: Actor, client: Client) -> PlanVersion:
    """The draft to write in: a new one, or the one in which nobody has written anything."""
    plan = Plan.objects.filter(client=client, kind="behaviour").first()
    if plan is None:
        return keeping.begun(by, client, "behaviour")
    there = PlanVersion.objects.select_related("plan").filter(plan=plan, published_at__isnull=True).first()
    if there is not None and not any(not texts.is_empty(section) for section in reading.whole(there).sections()):
        return there
    return keeping.drafted(by, plan)


def _write(by: Actor, version: PlanVersion, chosen: PlanTemplate, facts: AssessmentFacts | None, *, name: str) -> None:
    less = _kept(by, version, _behavior(version, facts)) if facts else None
    more = _kept(by, version, _replacement(version, templates.replacement(chosen, facts, name=name)))
    assert isinstance(more, texts.Target) and (less is None or isinstance(less, texts.Target))
    if not reading.goals(version.pk):
        _kept(by, version, templates.goal(chosen, facts, name=name, less=less, more=more))
    for section in templates.sections(chosen, facts, name=name):
        _kept(by, version, section if facts else _assumed(section, chosen))


def _assumed(section: texts.Section, chosen: PlanTemplate) -> texts.Section:
    """Where no assessment stands behind it, the draft says first that its function is only assumed."""
    if not isinstance(section, texts.Part) or section.key != "why":
        return section
    warning = say("plans.skeleton.assumed", function=say(f"plans.function.{chosen.function}"))
    return replace(section, text=f"{warning}\n{section.text}")


def _kept(by: Actor, version: PlanVersion, section: texts.Section) -> texts.Section:
    faults = faults_of(
        section, parts=known.part_keys("behaviour"), settings=known.settings(), measures=known.measures(),
        functions=known.plans()["functions"], restrictive=known.restrictive(),
    )  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    return keeping.keep(by, version, section)


def _behavior(version: PlanVersion, facts: AssessmentFacts) -> texts.Target:
    """What is measured already goes on under its own id, by its id or by its name; its measure stays."""
    if facts.target_id and not Target.objects.filter(pk=facts.target_id, client_id=version.client_id).exists():
        raise NotHere("plans.Target")
    named = facts.behavior.casefold()
    there = next(
        (t for t in reading.targets(version.pk) if t.target_id == facts.target_id or t.name.casefold() == named), None
    )
    made = templates.behavior(facts, there=there)
    if there is not None and there.measure != facts.measure:
        return replace(made, target_id=there.target_id, settings=there.settings, baseline=there.baseline)
    return replace(made, target_id=there.target_id if there else None)


def _replacement(version: PlanVersion, made: texts.Target) -> texts.Target:
    named = made.name.casefold()
    there = next((t for t in reading.targets(version.pk) if t.name.casefold() == named), None)
    return there or made
