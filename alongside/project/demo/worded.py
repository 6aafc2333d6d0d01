"""A plan template of the demo agency's own: in use since a second clinician agreed, with its next edition at work."""

from alongside.foundation import reference
from alongside.plans import actions as plans
from alongside.plans import shelf
from alongside.plans.models import OwnEdition
from alongside.plans.rules import own_templates as rules
from alongside.plans.rules.own_templates import Head, OwnSection, Taught
from alongside.plans.rules.templates import basis_of
from alongside.plans.rules.texts import Part, Strategies
from alongside.project.demo.cast import House, Told
from alongside.project.demo.steps import Steps


def fill(house: House, steps: Steps) -> None:
    """What the library of plan templates shows of the agency itself."""
    for told in steps("Demo: a plan template of its own", [reference.load("demo/template")], "templates"):
        made = plans.derive_template(by=house[told["by"]], on=house.agency, key=told["from"], name=told["name"])
        for section in _sections(told):
            _word(house, told["by"], made, section)
        agreed = house[told["second"]]
        plans.agree_template(by=agreed, on=made.pk, base=basis_of(_now(made)), remark=told["remark"])
        following = plans.derive_template(
            by=house[told["second"]], on=house.agency, key=shelf.own_key(made.template_id)
        )  # fmt: skip
        for section in _sections(told["next"]):
            _word(house, told["second"], following, section)


def _sections(told: Told) -> list[OwnSection]:
    found: list[OwnSection] = [Part(key, "\n".join(lines)) for key, lines in told.get("parts", {}).items()]
    if "head" in told:
        found.append(Head(**told["head"]))
    if "replacement" in told:
        found.append(Taught(**told["replacement"]))
    if "strategies" in told:
        found.append(Strategies(**{moment: tuple(lines) for moment, lines in told["strategies"].items()}))
    return found


def _word(house: House, who: str, made: OwnEdition, section: OwnSection) -> None:
    there = rules.at(_now(made), section.place)
    plans.word_template(by=house[who], on=made.pk, section=section, base=basis_of(there))


def _now(made: OwnEdition) -> rules.PlanTemplate:
    return shelf.own(OwnEdition.objects.select_related("template").get(pk=made.pk))
