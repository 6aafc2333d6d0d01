"""`{% load scattered %}`: scatterplots of what was counted, and of places, people and activities by days."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from alongside.assessments import wording
from alongside.assessments.pictures import grid
from alongside.assessments.rules.evidence import Evidence
from alongside.foundation.webkit.times import day
from alongside.measure.scatterplot import Scatterplot

register = template.Library()


@register.simple_tag
def scatter_notes(found: Evidence, field: str) -> SafeString:
    """`{% scatter_notes evidence "setting" %}`: where, with whom or doing what, by days. "" for other fields."""
    plot = found.by_day.get(field)
    if plot is None:
        return mark_safe("")
    names, days = [wording.named(field, one) for one in plot.notes], [day(one, form="brief") for one in plot.days]
    return mark_safe(grid.noted(plot, names=names, days=days, label=wording.notes_said(plot, field)))


@register.filter
def tapped_said(plot: Scatterplot) -> str:
    """The scatterplot of what was counted, as sentences."""
    return wording.plot_words(plot)


@register.simple_tag
def scatter_taps(plot: Scatterplot) -> SafeString:
    """`{% scatter_taps whole.tapped %}`: times of day by days."""
    times, days = [wording.clock(start) for start in plot.starts], [day(one, form="brief") for one in plot.days]
    return mark_safe(grid.grid(plot, times=times, days=days, label=wording.plot_words(plot)))
