"""Forms about who and what is around a client: contacts, rights, homes, team, programs."""

from datetime import timedelta
from typing import Any

from django import forms

from alongside.foundation.webkit.fields import Choice, Day, LongText, Text, Yes, said
from alongside.parties.rules import WAYS
from alongside.people.models import RIGHTS
from alongside.people.rules import IN_LAW, PARTS


class Connect(forms.Form):
    """Somebody in the client's life: a new person, or one known already."""

    party = Choice(label=said("people.form.known"), required=False, help_text=said("people.hint.known"))
    given = Text(label=said("people.form.given"), required=False)
    family = Text(label=said("people.form.family"), required=False)
    relation = Text(label=said("people.form.relation"), most=60, help_text=said("people.hint.relation"))
    in_law = Choice(IN_LAW, says="people.in_law.", label=said("people.form.in_law"), initial="none")
    household = Choice(label=said("people.form.household"), required=False)
    phone = Text(label=said("people.form.phone"), most=40, required=False)
    email = Text(label=said("people.form.email"), most=254, required=False)
    safe = Yes(label=said("people.form.safe"), initial=True, help_text=said("people.hint.safe"))


class Decide(forms.Form):
    """One right of a contact. The last day of an order is included: it ends at the midnight after it."""

    right = Choice(RIGHTS, says="people.right.", label=said("people.form.right"), widget=forms.RadioSelect)
    decision = Choice(
        ("grant", "deny"), says="people.decision.", label=said("people.form.decision"), widget=forms.RadioSelect
    )
    order = Text(label=said("people.form.order"), most=300, required=False, help_text=said("people.hint.order"))
    began_on = Day(label=said("people.form.from_day"))
    last_day = Day(label=said("people.form.last_day"), required=False, help_text=said("people.hint.last_day"))

    def clean(self) -> dict[str, Any]:
        values = {**self.cleaned_data}
        last = values.pop("last_day", None)
        values["ended_on"] = last + timedelta(days=1) if last else None
        return values


class AddWay(forms.Form):
    kind = Choice(WAYS, says="people.way.", label=said("people.form.way"), widget=forms.RadioSelect)
    value = LongText(label=said("people.form.value"), most=300, widget=forms.Textarea(attrs={"rows": 2}))
    safe = Yes(label=said("people.form.safe"), initial=True, help_text=said("people.hint.safe"))


class House(forms.Form):
    """A home of the client."""

    name = Text(label=said("people.form.home_name"), help_text=said("people.hint.home_name"))
    address = LongText(label=said("people.form.address"), most=300, required=False)
    confidential = Yes(label=said("people.form.confidential"))
    share = Text(label=said("people.form.share"), required=False, help_text=said("people.hint.share"))
    began_on = Day(label=said("people.form.from_day"))


class Place(forms.Form):
    staff = Choice(label=said("people.form.staff"))
    part = Choice(PARTS, says="people.part.", label=said("people.form.part"), initial="tss")
    began_on = Day(label=said("people.form.from_day"))


class Enrol(forms.Form):
    programme = Choice(label=said("people.form.program"))
    began_on = Day(label=said("people.form.from_day"))


class End(forms.Form):
    """Something dated ends: from this day on it holds no more."""

    ended_on = Day(label=said("people.form.ended_on"), help_text=said("people.hint.ended_on"))


class Sure(forms.Form):
    """Nothing to fill in: the button is the answer."""
