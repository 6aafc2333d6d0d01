"""Forms about staff."""

from django import forms

from alongside.foundation.webkit.fields import Choice, Day, Text, said
from alongside.workforce.lookups import appointed_roles


class Hire(forms.Form):
    given = Text(label=said("people.form.legal_given"))
    family = Text(label=said("people.form.legal_family"), required=False, help_text=said("people.hint.one_name"))
    preferred = Text(label=said("people.form.preferred"), required=False)
    pronouns = Text(label=said("people.form.pronouns"), required=False, help_text=said("people.hint.pronouns"))
    credential = Text(label=said("people.form.credential"), most=60, required=False,
                      help_text=said("people.hint.credential"))  # fmt: skip
    began_on = Day(label=said("people.form.began_work"))


class RenameStaff(forms.Form):
    given = Text(label=said("people.form.legal_given"))
    family = Text(label=said("people.form.legal_family"), required=False, help_text=said("people.hint.one_name"))
    preferred = Text(label=said("people.form.preferred"), required=False)


class Credential(forms.Form):
    credential = Text(label=said("people.form.credential"), most=60, required=False,
                      help_text=said("people.hint.credential"))  # fmt: skip


class GiveRole(forms.Form):
    role = Choice(appointed_roles().items(), label=said("people.form.role"))
    began_on = Day(label=said("people.form.from_day"))


class Supervise(forms.Form):
    supervisor = Choice(label=said("people.form.supervisor"))
    began_on = Day(label=said("people.form.from_day"))


class Cover(forms.Form):
    stand_in = Choice(label=said("people.form.stand_in"))
    began_on = Day(label=said("people.form.from_day"))
    ends_on = Day(label=said("people.form.to_day"))


class EndCover(forms.Form):
    ends_on = Day(label=said("people.form.to_day"))


class EndStaff(forms.Form):
    ended_on = Day(label=said("people.form.left_on"), help_text=said("people.hint.left_on"))
    reason = Text(label=said("people.form.reason"), required=False)
