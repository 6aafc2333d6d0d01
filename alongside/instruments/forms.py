"""What the forms around answers ask; a form of questions itself is drawn by `views/asking.py`."""

from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.documents.forms import FileField, Packed
from alongside.foundation.webkit.fields import Choice, Day, LongText, Number, Ref, Text, said
from alongside.instruments.models import OCCASIONS, RESPONDENTS
from alongside.instruments.rules.plain import plain
from alongside.instruments.rules.scoring import Scale

RANGE, RANGE_FIRST = "instruments.form.range", "instruments.form.range_first"


class BeginForm(forms.Form):
    form = Text(label=said("instruments.form.form"), widget=forms.HiddenInput)
    respondent = Choice(RESPONDENTS, says="instruments.respondent.", label=said("instruments.form.respondent"))
    answered_by = Text(
        most=120, required=False, label=said("instruments.form.answered_by"),
        help_text=said("instruments.form.answered_by_hint"),
    )  # fmt: skip
    taken_on = Day(label=said("instruments.form.taken_on"))

    def __init__(self, data: Any = None, *, respondents: tuple[str, ...] = RESPONDENTS, **rest: Any) -> None:
        super().__init__(data, **rest)
        known = [one for one in RESPONDENTS if one in respondents]
        self.fields["respondent"] = Choice(
            known, says="instruments.respondent.", label=said("instruments.form.respondent")
        )


class EntryForm(forms.Form):
    """A field for each scale of an instrument whose items may not be shown."""

    def __init__(self, data: Any = None, *, scales: tuple[Scale, ...], **rest: Any) -> None:
        super().__init__(data, **rest)
        for n, scale in enumerate(scales):
            least, most = plain(scale.range[0]), plain(scale.range[1])
            self.fields[scale.key] = Text(
                most=10, required=False, label=scale.name,
                help_text=said(RANGE if n else RANGE_FIRST, least=least, most=most),
                widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            )  # fmt: skip


class FileForm(forms.Form):
    """A response that was made elsewhere, and who answered it."""

    file = FileField(label=said("instruments.form.file"), help_text=said("instruments.form.file_hint"))
    respondent = Choice(RESPONDENTS, says="instruments.respondent.", label=said("instruments.form.respondent"))


class TakeInForm(forms.Form):
    """After the preview."""

    packed = Packed()
    file_name = Text(required=False, widget=forms.HiddenInput)
    respondent = Choice(
        RESPONDENTS, says="instruments.respondent.", label=said("instruments.form.respondent"),
        widget=forms.HiddenInput,
    )  # fmt: skip


class SignForm(forms.Form):
    saved = Number(most=1_000_000, widget=forms.HiddenInput)
    reason = LongText(
        most=1_000, required=False, label=said("instruments.form.reason"), widget=forms.Textarea(attrs={"rows": 2})
    )


class ReasonForm(forms.Form):
    reason = LongText(
        most=1_000, label=said("instruments.form.void_reason"), widget=forms.Textarea(attrs={"rows": 2})
    )  # fmt: skip


class DoneForm(forms.Form):
    words = LongText(most=2_000, label=said("instruments.form.done"), widget=forms.Textarea(attrs={"rows": 3}))


class AskForm(forms.Form):
    form = Choice((), label=said("instruments.form.form"))
    respondent = Choice(RESPONDENTS, says="instruments.respondent.", label=said("instruments.form.respondent"))
    occasion = Choice(OCCASIONS, says="instruments.occasion.", label=said("instruments.form.occasion"))
    every_days = Number(
        least=1, most=730, required=False, label=said("instruments.form.every_days"),
        help_text=said("instruments.form.every_days_hint"),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, forms_here: tuple[tuple[str, str], ...], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["form"] = Choice(forms_here, label=said("instruments.form.form"))


class PathForm(forms.Form):
    """What must follow, one step a line; who is called, one a line."""

    path = Choice((), widget=forms.HiddenInput)
    must = LongText(
        most=4_000, required=False, label=said("instruments.paths.must"), help_text=said("instruments.paths.must_hint")
    )
    grave_must = LongText(most=4_000, required=False, label=said("instruments.paths.grave_must"))
    numbers = LongText(
        most=600, required=False, label=said("instruments.paths.numbers"), widget=forms.Textarea(attrs={"rows": 2}),
        help_text=said("instruments.paths.numbers_hint"),
    )  # fmt: skip
    begins_on = Day(label=said("instruments.paths.begins_on"))
    reason = LongText(
        most=1_000, required=False, label=said("instruments.paths.reason"), widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Any = None, *, keys: Iterable[str], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["path"] = Choice(keys, says="instruments.alarm.", widget=forms.HiddenInput)


class ChooseForm(forms.Form):
    aside = Ref()
    based_on = Number(most=1_000_000, widget=forms.HiddenInput)
