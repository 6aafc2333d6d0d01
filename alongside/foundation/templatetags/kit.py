"""`{% load kit %}`: every tag and filter of the web kit, from the libraries beside this one."""

from django import template

from alongside.foundation.templatetags import kit_drawings, kit_forms, kit_times, kit_words

register = template.Library()
for _library in (kit_words, kit_times, kit_drawings, kit_forms):
    register.tags.update(_library.register.tags)
    register.filters.update(_library.register.filters)
