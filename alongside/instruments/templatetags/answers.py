"""`{% load answers %}`: scores and answers in words, each one call of `wording`."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from alongside.foundation.errors import Fault
from alongside.foundation.messages import say
from alongside.instruments import wording
from alongside.instruments.courses import Course
from alongside.instruments.drawing import drawn
from alongside.instruments.lookups import AlarmFacts, ScoreFacts
from alongside.instruments.queries.reading import Away
from alongside.instruments.rules.plain import plain as plain_number
from alongside.instruments.said import Said

register = template.Library()


@register.filter
def total(score: ScoreFacts) -> str:
    return wording.total(score)


@register.filter
def remark(score: ScoreFacts) -> str:
    return wording.remark(score)


@register.filter
def band_words(name: str) -> str:
    return wording.band(name)


@register.filter
def plainly(value: Any) -> str:
    return plain_number(value)


@register.simple_tag
def answer_words(given: Mapping[str, Any], said: Said, zone: str) -> str:
    return wording.answer(given, said.unit, zone)


@register.filter
def must(alarm: AlarmFacts) -> list[str]:
    return wording.must(alarm)


@register.filter
def away_words(away: Away, zone: str) -> list[str]:
    return list(wording.away(away, zone))


@register.simple_tag
def told_words(code: str, values: Mapping[str, Any]) -> str:
    return wording.told(code, values)


@register.filter
def fault_words(fault: Fault) -> str:
    return say(fault.code, **fault.values)


@register.filter
def change_words(since: str | None) -> str:
    return wording.changed(since)


@register.filter
def finding(course: Course) -> str:
    return wording.finding(course)


@register.filter
def error_words(course: Course) -> str:
    return wording.error(course)


@register.filter
def trend(course: Course) -> SafeString:
    """The chart as SVG."""
    return mark_safe(drawn(wording.picture(course)))
