"""Templates of an agency's own: derived from another, worded anew, agreed to by a second clinician, retired."""

from django.db import IntegrityError, transaction

from alongside.agencies.models import Agency
from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.plans import known, shelf
from alongside.plans.models import OwnDecision, OwnEdition, OwnTemplate
from alongside.plans.rules import own_templates as rules
from alongside.plans.rules import templates
from alongside.plans.rules.limits import NAME, SHORT


@action("plans.derive_template", on="agencies.Agency", makes=True)
def derive_template(*, by: Actor, on: Agency, key: str, name: str = "") -> OwnEdition:
    """An edition to work on begins as a template that is in use: a new one under `name`, or the next of one's own.

    Raises Unacceptable: no such template, no name or one that is taken, an edition that is at work already.
    """
    base = shelf.template(key, on=today(by.zone))
    if base is None:
        raise Unacceptable(Fault("plans.fault.no_such_template", "template"))
    template = _own(base.key) if base.own else _named(by, base, checked(name=name, most=NAME)["name"])
    numbers = list(OwnEdition.objects.filter(template=template).values_list("number", flat=True))
    if _undecided(template):
        raise Unacceptable(Fault("plans.fault.own_at_work"))
    try:
        with transaction.atomic():
            return OwnEdition.objects.create(
                template=template, number=max(numbers, default=0) + 1, body=rules.body_of(base), base_key=base.key,
                base_edition=base.edition, made_by_id=by.staff_id,
            )  # fmt: skip
    except IntegrityError as twice:  # two people began the next one at one time: its number is there once
        raise Unacceptable(Fault("plans.fault.own_at_work")) from twice


@action("plans.word_template", on="plans.OwnEdition", locks=True, fetch=("template",))
def word_template(*, by: Actor, on: OwnEdition, section: rules.OwnSection, base: str) -> OwnEdition:
    """Another text in one section. `base`: the basis of the text that was on the screen."""
    _open(on)
    now = shelf.own(on)
    there = rules.at(now, section.place)
    if there is None:
        raise Unacceptable(Fault("plans.fault.no_such_part", "text"))
    faults = rules.own_faults(section, parts=known.part_keys("behaviour"))
    if base != templates.basis_of(there):
        faults.append(Fault("plans.fault.changed"))
    if faults:
        raise Unacceptable(faults)
    revisions.change(on, by=by, body=rules.body_of(rules.with_section(now, section)), worded_by_id=by.staff_id)
    return on


@action("plans.agree_template", on="plans.OwnEdition", locks=True, fetch=("template",))
def agree_template(*, by: Actor, on: OwnEdition, base: str, remark: str = "") -> OwnDecision:
    """A second clinician has read the edition as it was on the screen (`base`), and it is used from now on.

    Raises Unacceptable: another text, a section without one, or nothing that is new against what it began as.
    """
    _open(on)
    said = checked(remark=remark, lines=True, most=SHORT)
    one = shelf.own(on)
    faults = rules.lacking(one)
    if base != templates.basis_of(one):
        faults.append(Fault("plans.fault.other_text"))
    began_as = shelf.base_of(on, on=today(by.zone))
    if began_as is not None and rules.said_alike(rules.body_of(began_as), on.body):
        faults.append(Fault("plans.fault.own_same"))
    if faults:
        raise Unacceptable(faults)
    return _decided(by, on, "agreed", said["remark"])


@action("plans.retire_template", on="plans.OwnEdition", locks=True)
def retire_template(*, by: Actor, on: OwnEdition, because: str) -> OwnDecision:
    """It is used no more, or an edition at work is given up. Plans that began from it stay as they are."""
    why = checked(because=because, lines=True, most=SHORT)["because"]
    if not why:
        raise Unacceptable(Fault("plans.fault.needed", "because"))
    return _decided(by, on, "retired", why)


def _own(key: str) -> OwnTemplate:
    return OwnTemplate.objects.get(pk=key.removeprefix(shelf.OWN))


def _named(by: Actor, base: templates.PlanTemplate, name: str) -> OwnTemplate:
    if not name:
        raise Unacceptable(Fault("plans.fault.needed", "name"))
    gone = OwnDecision.objects.filter(kind="retired").values("edition__template")
    if OwnTemplate.objects.filter(name__iexact=name).exclude(pk__in=gone).exists():
        raise Unacceptable(Fault("plans.fault.own_named", "name"))
    return OwnTemplate.objects.create(
        name=name, function=base.function, band=base.band, base_key=base.key, made_by_id=by.staff_id
    )  # fmt: skip


def _undecided(template: OwnTemplate) -> bool:
    decided = OwnDecision.objects.values("edition")
    return OwnEdition.objects.filter(template=template).exclude(pk__in=decided).exists()


def _open(edition: OwnEdition) -> None:
    if OwnDecision.objects.filter(edition=edition).exists():
        raise Unacceptable(Fault("plans.fault.own_decided"))


def _decided(by: Actor, edition: OwnEdition, kind: str, remark: str) -> OwnDecision:
    try:
        with transaction.atomic():
            return OwnDecision.objects.create(
                edition=edition, kind=kind, staff_id=by.staff_id, remark=remark,
                decided_as=", ".join(filter(None, (by.name, by.credential))),
            )  # fmt: skip
    except IntegrityError as twice:
        raise Unacceptable(Fault("plans.fault.own_decided")) from twice
