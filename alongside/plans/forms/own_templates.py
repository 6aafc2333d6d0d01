"""The forms of a template of an agency's own: its name, the text of each section, and why it is retired."""

from typing import Any

from django import forms

from alongside.foundation.webkit.fields import LongText, Number, Text, said
from alongside.plans.forms.sections import CrisisForm, PartForm, StageForm, StrategiesForm
from alongside.plans.rules.own_templates import LEAST, MOST, Head, OwnSection, Taught
from alongside.plans.rules.texts import Crisis, Part, Stage, Strategies


class DeriveForm(forms.Form):
    name = Text(most=80, label=said("plans.own.name"), help_text=said("plans.own.name_hint"))


class HeadForm(forms.Form):
    about = LongText(most=1000, label=said("plans.own.about"), help_text=said("plans.own.about_hint"))
    goal = LongText(most=1000, label=said("plans.library.goal"), help_text=said("plans.own.gap_hint"))
    reduction = Number(least=LEAST, most=MOST, label=said("plans.own.reduction"))

    def section(self) -> Head:
        return Head(**{**self.cleaned_data, "reduction": int(self.cleaned_data["reduction"])})


class TaughtForm(forms.Form):
    name = Text(most=80, label=said("plans.own.taught"))
    definition = LongText(most=1000, label=said("plans.label.definition"), help_text=said("plans.own.gap_hint"))
    examples = LongText(most=1000, required=False, label=said("plans.label.examples"))
    non_examples = LongText(most=1000, required=False, label=said("plans.label.non_examples"))

    def section(self) -> Taught:
        return Taught(**self.cleaned_data)


class AgreeForm(forms.Form):
    remark = LongText(most=1000, required=False, label=said("plans.own.remark"))


class RetireForm(forms.Form):
    because = LongText(most=1000, label=said("plans.own.because"))


OwnForm = HeadForm | TaughtForm | PartForm | StrategiesForm | CrisisForm | StageForm


def own_form(section: OwnSection, data: Any = None) -> OwnForm:
    """The form of a section, filled with what stands there or with what was typed."""
    match section:
        case Head():
            return HeadForm(data, initial=vars(section))
        case Taught():
            return TaughtForm(data, initial=vars(section))
        case Part():
            return PartForm(data, part=section)
        case Strategies():
            return StrategiesForm(data, initial=vars(section))
        case Crisis():
            return CrisisForm(data, crisis=section)
        case Stage():
            return StageForm(data, stage=section)
