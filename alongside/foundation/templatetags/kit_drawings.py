"""Tags that draw: icons, quilt blocks, strokes, dials, bars, discs, meters, scenes."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from alongside.foundation.webkit import bars, dial, discs, icons, meter, quilt, scenes, strokes, wall

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "clock" %}`: an icon of the sprite, silent for a screen reader."""
    return mark_safe(icons.icon(name, static("icons.svg")))


@register.simple_tag(name="quilt")
def quilt_tag(mark: quilt.Mark, size: str = "") -> SafeString:
    """`{% quilt client.mark "large" %}`: the client's quilt block; `mark` has `pattern` and `hue`."""
    return mark_safe(quilt.drawn(mark.pattern, mark.hue, size=size))


@register.filter
def hue(mark: quilt.Mark) -> str:
    """`class="{{ client.mark|hue }}"`: lends the block's ground and ink to an element."""
    return quilt.hue_class(mark.hue)


@register.simple_tag
def quilt_wall() -> SafeString:
    """The quilt of many blocks beside the door."""
    return mark_safe(wall.wall())


@register.simple_tag(name="strokes")
def strokes_tag(count: int) -> SafeString:
    """`{% strokes 9 %}`: tally strokes."""
    return mark_safe(strokes.strokes(count))


@register.simple_tag(name="dial")
def dial_tag(state: str = "", left: float = 1.0) -> SafeString:
    """`{% dial "late" %}`, `{% dial "" 0.24 %}`: the dial of a duty."""
    return mark_safe(dial.dial(state, left))


@register.simple_tag(name="bars")
def bars_tag(stage: int) -> SafeString:
    """`{% bars 3 %}`: the hill of a plan card's stage."""
    return mark_safe(bars.bars(stage))


@register.simple_tag(name="disc")
def disc_tag(result: str) -> SafeString:
    """`{% disc "prompted" %}`: how one trial went."""
    return mark_safe(discs.disc(result))


@register.simple_tag
def trial_words(results: Sequence[str], left: int = 0) -> str:
    """The run of discs in words, for whoever does not see it."""
    return discs.in_words(results, left)


@register.filter
def times(count: int) -> range:
    """`{% for n in 3|times %}`."""
    return range(count)


@register.simple_tag(name="meter")
def meter_tag(used: float, limit: float, **rest: Any) -> SafeString:
    """`{% meter 248 400 planned=76 now=264 tone="warn" %}`: an amount against a limit."""
    return mark_safe(meter.meter(used, limit, **rest))


@register.simple_tag(name="scene")
def scene_tag(name: str) -> SafeString:
    """`{% scene "doorways" %}`: the small drawing above an empty page."""
    return mark_safe(scenes.scene(name))
