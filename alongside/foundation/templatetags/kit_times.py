"""Filters for days, clock times and lengths of time. Without a zone they use Django's current time zone."""

from datetime import date, datetime, time, timedelta, tzinfo

from django import template
from django.template import Context
from django.utils import timezone

from alongside.foundation.webkit import times

register = template.Library()


@register.filter
def day(at: date, zone: times.Zone | None = None) -> str:
    """`{{ visit.start|day:zone }}`: "Thu 19 Nov 2026"."""
    return times.day(at, _here(zone))


@register.filter
def short_day(at: date, zone: times.Zone | None = None) -> str:
    """ "Thu 19 Nov", where the year is plain."""
    return times.day(at, _here(zone), form="short")


@register.filter
def long_day(at: date, zone: times.Zone | None = None) -> str:
    """ "Thursday 19 Nov", for the title of a day."""
    return times.day(at, _here(zone), form="long")


@register.filter
def plain_day(at: date, zone: times.Zone | None = None) -> str:
    """ "4 Mar 2017", for birth dates and signatures."""
    return times.day(at, _here(zone), form="plain")


@register.filter
def clock(at: datetime | time, zone: times.Zone | None = None) -> str:
    """`{{ visit.start|clock:zone }}`: "4:30 pm"."""
    return times.clock(at, _here(zone))


@register.filter
def clock_seconds(at: datetime | time, zone: times.Zone | None = None) -> str:
    """ "4:24:11 pm", for what was just recorded."""
    return times.clock(at, _here(zone), seconds=True)


@register.filter
def zone_name(at: datetime, zone: times.Zone | None = None) -> str:
    """ "EST": what the zone is called at that time, for a signature; nothing where the time itself says it."""
    that = times.local(at, _here(zone))
    return "" if times.comes_twice(that) else that.tzname() or ""


@register.simple_tag(takes_context=True)
def span(context: Context, start: datetime, end: datetime, zone: times.Zone | None = None) -> str:
    """`{% span visit.start visit.end %}`: "3:30–5:00 pm" in `zone`, by default the context's `zone`."""
    return times.span(start, end, _here(zone or context.get("zone")))


@register.filter
def minutes(length: timedelta | float) -> str:
    """`{{ length|minutes }}` of a timedelta or seconds: "6 min 12 s"."""
    return times.minutes(length)


@register.filter
def elapsed(length: timedelta | float, hours: str = "") -> str:
    """`{{ length|elapsed }}` of a timedelta or seconds: "1:12"; `elapsed:"hours"` gives "0:01:12"."""
    return times.elapsed(length, hours=bool(hours))


@register.filter
def age(born: date, today: date) -> str:
    """`{{ client.born|age:today }}`: "9 years"."""
    return times.age(born, today)


def _here(zone: times.Zone | None) -> times.Zone | tzinfo:
    return zone or timezone.get_current_timezone()
