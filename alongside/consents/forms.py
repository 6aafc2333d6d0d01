"""What forms of consents ask."""

from django import forms

from alongside.consents.models import READERS, WAYS, WHAT
from alongside.foundation.webkit.fields import Choice, Day, LongText, Text, said


class RecordForm(forms.Form):
    what = Choice(WHAT, says="consents.what.", label=said("consents.form.what"))
    given = Choice(
        ("yes", "no"), says="consents.decided.", label=said("consents.form.decided"), widget=forms.RadioSelect
    )
    contact = Choice(required=False, label=said("consents.form.contact"), help_text=said("consents.hint.contact"))
    by_whom = Text(
        most=200, required=False, label=said("consents.form.by_whom"), help_text=said("consents.hint.by_whom")
    )
    reader = Choice(READERS, says="consents.reader.", empty="consents.form.nobody", required=False,
                    label=said("consents.form.reader"), help_text=said("consents.hint.reader"))  # fmt: skip
    recipient = Text(most=120, required=False, label=said("consents.form.recipient"))
    way = Choice(WAYS, says="consents.way.", label=said("consents.form.way"))
    decided_on = Day(label=said("consents.form.decided_on"))
    begins_on = Day(required=False, label=said("consents.form.begins_on"), help_text=said("consents.hint.begins_on"))
    until = Day(required=False, label=said("consents.form.until"), help_text=said("consents.hint.until"))
    words = LongText(
        most=2_000, required=False, label=said("consents.form.words"), help_text=said("consents.hint.words")
    )


class EndForm(forms.Form):
    reason = LongText(most=1_000, required=False, label=said("consents.form.reason"))
