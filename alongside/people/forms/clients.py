"""Forms about a client as a person."""

from django import forms

from alongside.foundation import reference
from alongside.foundation.webkit.fields import Choice, Day, LongText, Number, Text, Yes, said
from alongside.people.rules import ALERT_ICONS, ALERT_KINDS, HOURS


def _languages() -> list[tuple[str, str]]:
    return list(reference.load("languages")["language"].items())


class Admit(forms.Form):
    """A client comes: who they are, their number, the program and who is beside them first."""

    given = Text(label=said("people.form.legal_given"))
    family = Text(label=said("people.form.legal_family"), required=False, help_text=said("people.hint.one_name"))
    preferred = Text(label=said("people.form.preferred"), required=False, help_text=said("people.hint.preferred"))
    pronouns = Text(label=said("people.form.pronouns"), required=False, help_text=said("people.hint.pronouns"))
    born = Day(label=said("people.form.born"), required=False)
    language = Choice(_languages(), label=said("people.form.language"), initial="en")
    interpreter = Yes(label=said("people.form.interpreter"))
    identifier = Text(label=said("people.form.identifier"), most=40, help_text=said("people.hint.identifier"))
    programme = Choice(label=said("people.form.program"))
    admitted_on = Day(label=said("people.form.admitted_on"))
    staff = Choice(label=said("people.form.first_staff"), required=False)
    another = Yes(label=said("people.form.another"))


class Change(forms.Form):
    """The whole person."""

    preferred = Text(label=said("people.form.preferred"), required=False, help_text=said("people.hint.preferred"))
    pronouns = Text(label=said("people.form.pronouns"), required=False, help_text=said("people.hint.pronouns"))
    born = Day(label=said("people.form.born"), required=False)
    died = Day(label=said("people.form.died"), required=False)
    language = Choice(_languages(), label=said("people.form.language"))
    interpreter = Yes(label=said("people.form.interpreter"))
    strengths = LongText(label=said("people.form.strengths"), required=False)
    matters = LongText(label=said("people.form.matters"), required=False)
    own_words = LongText(label=said("people.form.own_words"), required=False, help_text=said("people.hint.own_words"))
    culture = LongText(label=said("people.form.culture"), required=False)
    diagnosis = Text(label=said("people.form.diagnosis"), required=False, help_text=said("people.hint.diagnosis"))
    reason = Text(label=said("people.form.reason"), required=False)


class Rename(forms.Form):
    given = Text(label=said("people.form.legal_given"))
    family = Text(label=said("people.form.legal_family"), required=False, help_text=said("people.hint.one_name"))
    former = Choice(
        ("keep", "seal", "mistake"), says="people.former.", label=said("people.form.former"), widget=forms.RadioSelect
    )


class RaiseAlert(forms.Form):
    text = Text(label=said("people.form.alert"), most=120, help_text=said("people.hint.alert"))
    kind = Choice(ALERT_KINDS, says="people.kind.", label=said("people.form.kind"), widget=forms.RadioSelect)
    icon = Choice(ALERT_ICONS, says="people.icon.", label=said("people.form.icon"), initial="warn")


class Discharge(forms.Form):
    discharged_on = Day(label=said("people.form.discharged_on"))
    reason = Text(label=said("people.form.reason"), required=False)


class Reason(forms.Form):
    reason = Text(label=said("people.form.reason"), required=False)


class BreakGlass(forms.Form):
    reason = LongText(label=said("people.form.glass_reason"), most=1_000, help_text=said("people.hint.glass_reason"))
    hours = Number(label=said("people.form.hours"), least=1, most=HOURS, initial=1)


class Spot(forms.Form):
    """Exactly who it is: a number, or the whole name and the birth date."""

    number = Text(label=said("people.form.or_number"), most=40, required=False)
    given = Text(label=said("people.form.given"), required=False)
    family = Text(label=said("people.form.family"), required=False)
    born = Day(label=said("people.form.born"), required=False)


class ReviewGlass(forms.Form):
    justified = Choice(
        ("yes", "no"), says="people.justified.", label=said("people.form.justified"), widget=forms.RadioSelect
    )
    remark = LongText(label=said("people.form.remark"), most=1_000, required=False)

    def clean_justified(self) -> bool:
        return bool(self.cleaned_data["justified"] == "yes")
