"""`{% load following %}`: sequences, intervals and two observers, each one call of `assessments.following`."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from alongside.assessments import following
from alongside.assessments.following import Order, Step, Whole
from alongside.assessments.gathering import Gathered
from alongside.assessments.rules.looks import Looks
from alongside.assessments.rules.observers import Alike
from alongside.foundation.messages import say

register = template.Library()


@register.filter
def chain(found: Gathered) -> SafeString:
    """`{{ whole|chain }}`: before, behavior, after as a picture."""
    return mark_safe(following.drawn(found))


@register.filter
def stands_out(found: Gathered) -> list[str]:
    """What is told apart from chance, as sentences."""
    return following.sentences(found)


@register.filter
def steps(found: Gathered, side: str) -> list[Step]:
    """`{{ whole|steps:"before" }}`: lines of the table."""
    return following.steps(found, side)


@register.filter
def wholes(found: Gathered) -> list[Whole]:
    """From before to after."""
    return following.wholes(found)


@register.filter
def orders(found: Gathered) -> list[Order]:
    """One target after another, interval by interval."""
    return following.orders(found)


@register.filter
def order_drawn(one: Order) -> SafeString:
    """Its picture."""
    return mark_safe(following.order_drawn(one))


@register.filter
def how_recorded(found: Gathered) -> list[str]:
    """Each target that was recorded in intervals, with the way it was."""
    assert found.intervals is not None
    return [
        say(f"assessments.order.{measure}", name=found.names[target])
        for target, measure in found.intervals.measures.items()
    ]


@register.filter
def looked_at(looks: Looks) -> str:
    """How many pairs were looked at, and what that asks of each."""
    return following.looks_said(looks)


@register.filter
def per_cent(share: float | None) -> str:
    """A share as a whole percentage."""
    return following.percent(share)


@register.filter
def agreed(one: Alike) -> str:
    """`{{ alike|agreed }}`: 86 % (12 of 14)."""
    if one.percent is None:
        return say("assessments.share.none")
    return say("assessments.agreed.of", percent=round(one.percent), count=one.alike, of=one.of)


@register.simple_tag
def agreed_events(events: float | None, both: int, first: int, second: int) -> str:
    """The same for whether it happened."""
    if events is None:
        return say("assessments.share.none")
    return say("assessments.agreed.of", percent=round(events), count=both, of=both + first + second)
