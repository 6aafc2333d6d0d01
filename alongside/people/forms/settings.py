"""Forms about programs, sites and on-call lines."""

from typing import Any
from zoneinfo import available_timezones

from django import forms

from alongside.agencies.lookups import payers, places_of_service
from alongside.agencies.models import POPULATIONS, SETTINGS
from alongside.agencies.rules import NOTE_FORMATS
from alongside.foundation.moments import is_zone
from alongside.foundation.webkit.fields import Choice, Day, LongText, Text, said

ZONES = sorted(name for name in available_timezones() if is_zone(name))


class Program(forms.Form):
    name = Text(label=said("people.form.name"))
    population = Choice(POPULATIONS, says="agencies.population.", label=said("people.form.population"))
    setting = Choice(SETTINGS, says="agencies.setting.", label=said("people.form.setting"))
    payer = Choice(payers().items(), label=said("people.form.payer"))
    note_format = Choice([(name, name) for name in NOTE_FORMATS], label=said("people.form.note_format"))
    service_code = Text(label=said("people.form.service_code"), most=10, required=False,
                        help_text=said("people.hint.service_code"))  # fmt: skip


class Site(forms.Form):
    name = Text(label=said("people.form.name"))
    address = LongText(label=said("people.form.address"), most=300, required=False)
    zone = Choice([(name, name) for name in ZONES], label=said("people.form.zone"))
    place_of_service = Choice(
        [(code, f"{code} {name}") for code, name in places_of_service().items()],
        label=said("people.form.place_of_service"),
    )
    phone = Text(label=said("people.form.phone"), most=40, required=False)


class OnCall(forms.Form):
    name = Text(label=said("people.form.name"), most=80, help_text=said("people.hint.on_call"))
    number = Text(label=said("people.form.phone"), most=40)
    site = Choice(label=said("people.form.site"), required=False)
    programme = Choice(label=said("people.form.program"), required=False)
    began_on = Day(label=said("people.form.answers_from"))
    ended_on = Day(label=said("people.form.answers_until"), required=False, help_text=said("people.hint.answers_until"))

    def clean(self) -> dict[str, Any]:
        """Nothing chosen is none."""
        typed = self.cleaned_data
        return {**typed, **{name: typed.get(name) or None for name in ("site", "programme")}}


class EndPlace(forms.Form):
    ended_on = Day(label=said("people.form.ended_on"), help_text=said("people.hint.ended_on"))
