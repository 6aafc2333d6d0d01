"""Tags that say sentences and show numbers."""

from functools import cache
from typing import Any

from django import template
from django.template import Context
from django.utils.html import conditional_escape, escape, json_script
from django.utils.safestring import SafeString, mark_safe

from alongside.foundation import messages
from alongside.foundation.webkit import numbers

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, code: str, /, **values: object) -> str:
    """`{% say code name=person.name %}`: a sentence of the catalogue, its values escaped."""
    text = messages.sentence(code, values)
    if not context.autoescape:
        return messages.fill(text, values)
    return mark_safe(messages.fill(text, values, words=escape, value=conditional_escape))


@register.simple_tag(takes_context=True)
def record_tabs(context: Context, client_id: object) -> list[tuple[str, str, str, int]]:
    """`{% record_tabs banner.id as tabs %}`: the pages of one client's record for kit/tabs.html."""
    return [(key, messages.say(code), url.format(client_id), 0) for key, code, url in context.get("record") or ()]


@register.filter
def said(answer: Any) -> str:
    """`{{ fault|said }}`: the sentence of a Fault or a No, which hold a code and its values."""
    return messages.say(answer.code, **answer.values)


@register.simple_tag
def catalogue(table: str) -> SafeString:
    """`{% catalogue "js" %}`: the sentences `*.js.*` as JSON for the page's scripts (`web/js/say.js`)."""
    return _script(table, messages.locale.get())


@cache
def _script(table: str, language: str) -> SafeString:
    """The same for every page of one language; looking through every sentence takes milliseconds."""
    with messages.speaking(language):
        return json_script(messages.exported(table), f"catalogue-{table}")


@register.simple_tag
def language() -> str:
    """`<html lang="{% language %}">`: the language that sentences are said in."""
    return messages.locale.get()


@register.filter
def number(value: float, places: int | None = None) -> str:
    """`{{ rate|number:1 }}`: "−0.5", with a true minus."""
    return numbers.number(value, places)


@register.filter
def percent(share: float, places: int = 0) -> str:
    """`{{ share|percent }}` of a share of one: "94%"."""
    return numbers.percent(share, places)


@register.filter
def fingerprint(digest: str) -> str:
    """`{{ version.digest|fingerprint }}`: the first 12 characters in groups of four, "7f3a 91c2 e04d"."""
    return " ".join(digest[at : at + 4] for at in (0, 4, 8))
