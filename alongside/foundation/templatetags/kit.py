"""The tags and filters of the web kit: each is one call of a pure function."""

from django import template
from django.template import Context
from django.utils.html import conditional_escape, escape, json_script
from django.utils.safestring import SafeString, mark_safe

from alongside.foundation import messages

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, code: str, /, **values: object) -> str:
    """`{% say code name=person.name %}`: a sentence of the catalogue, its values escaped."""
    text = messages.sentence(code, values)
    if not context.autoescape:
        return messages.fill(text, values)
    return mark_safe(messages.fill(text, values, words=escape, value=conditional_escape))


@register.simple_tag
def catalogue(table: str) -> SafeString:
    """`{% catalogue "js" %}`: the sentences `*.js.*` as JSON for the page's scripts (`web/js/say.js`)."""
    return json_script(messages.exported(table), f"catalogue-{table}")
