"""What forms of reports ask."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from alongside.foundation.webkit.fields import Choice, Choices, Day, LongText, Number, Text, said
from alongside.reports.models import READERS, WAYS
from alongside.reports.rules import Ground

LANGUAGES = ("en", "es")
MOST_TEXT = 8_000


class BeginForm(forms.Form):
    """A new report. `targets`: what is measured, id and name."""

    reader = Choice(READERS, says="reports.reader.", label=said("reports.form.reader"),
                    help_text=said("reports.form.reader_hint"), widget=forms.RadioSelect)  # fmt: skip
    addressee = Text(most=120, label=said("reports.form.addressee"), help_text=said("reports.form.addressee_hint"))
    language = Choice(LANGUAGES, says="reports.language.", label=said("reports.form.language"))
    first_day = Day(label=said("reports.form.first_day"))
    last_day = Day(label=said("reports.form.last_day"))

    def __init__(self, *args: Any, targets: Iterable[tuple[UUID, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["objectives"] = Choices(
            [(str(id), name) for id, name in targets], required=False, label=said("reports.form.objectives")
        )


class SaveForm(forms.Form):
    """The words of a draft: one field a part, and which parts are left out."""

    saved = Number(least=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, body: Mapping[str, Any], **more: Any) -> None:
        super().__init__(*args, **more)
        for n, section in enumerate(body["sections"]):
            self.fields[f"text-{n}"] = LongText(
                most=MOST_TEXT, required=False, label=_data(section["title"]), initial=section["text"],
                widget=forms.Textarea(attrs={"rows": max(3, min(14, len(section["text"]) // 70 + 2))}),
            )  # fmt: skip
            self.fields[f"out-{n}"] = forms.BooleanField(required=False, label=said("reports.edit.out"))

    def texts(self, body: Mapping[str, Any]) -> dict[str, str]:
        return {one["key"]: self.cleaned_data[f"text-{n}"] for n, one in enumerate(body["sections"])}

    def out(self, body: Mapping[str, Any]) -> list[str]:
        return [one["key"] for n, one in enumerate(body["sections"]) if self.cleaned_data[f"out-{n}"]]


def _data(title: str) -> SafeString:
    """A title in the report's own language, which is not that of the page."""
    return format_html('<span translate="no">{}</span>', title)


class SignForm(forms.Form):
    saved = Number(least=1, widget=forms.HiddenInput)


class SendForm(forms.Form):
    """That a report goes out. `grounds`: what covers it today."""

    recipient = Text(most=120, label=said("reports.form.addressee"))
    way = Choice(WAYS, says="reports.way.", label=said("reports.form.way"))

    def __init__(self, *args: Any, grounds: Iterable[Ground], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["ground"] = forms.ChoiceField(
            choices=[(one.key, one.words) for one in grounds],
            label=said("reports.form.ground"),
            widget=forms.RadioSelect,
        )


class ReviseForm(forms.Form):
    reason = Text(most=300, label=said("reports.form.revise_because"))
