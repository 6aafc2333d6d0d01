"""Forms of a client's menu and of preference assessments."""

from django import forms

from alongside.foundation import reference
from alongside.foundation.webkit.fields import Choice, Day, LongText, Number, Text, said
from alongside.plans.forms.fields import Lines
from alongside.plans.rules.menu import LINE

_KNOWN = reference.load("reinforcement")


class OfferForm(forms.Form):
    text = Text(most=LINE, label=said("plans.form.reinforcer"), help_text=said("plans.form.reinforcer_hint"))
    cost = Number(
        least=0, most=_KNOWN["most_cost"], initial=0, label=said("plans.form.cost"),
        help_text=said("plans.form.cost_hint"),
    )  # fmt: skip
    schedule = Choice(_KNOWN["schedule"], says="plans.schedule.", label=said("plans.form.schedule"))
    every = Number(
        least=1, most=500, required=False, label=said("plans.form.every"), help_text=said("plans.form.every_hint")
    )


class PreferenceForm(forms.Form):
    method = Choice(_KNOWN["methods"]["keys"], says="plans.method.", label=said("plans.form.method"))
    done_on = Day(label=said("plans.form.done_on"))
    ranked = Lines(label=said("plans.form.ranked"), help_text=said("plans.form.ranked_hint"))
    remark = LongText(
        most=1_000, required=False, label=said("plans.form.remark"), widget=forms.Textarea(attrs={"rows": 2})
    )
