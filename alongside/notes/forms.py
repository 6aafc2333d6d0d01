"""The forms of a note: its sentences, signing, co-signing, returning, adding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from alongside.foundation.webkit.fields import Choice, Choices, LongText, Number, Ref, Text, said
from alongside.notes.forms_in_use import formats
from alongside.notes.queries.working import AtWork
from alongside.notes.rules.said import ROLES

SENTENCE, NEW = "s-", "new-"
MOST = 4_000


@dataclass(frozen=True)
class Typed:
    """What was typed into a draft."""

    based_on: int
    texts: Mapping[str, str]
    added: Mapping[str, str]
    present: str
    format: str
    back: tuple[str, ...]


class DraftForm(forms.Form):
    """One field a sentence, one a role for own words. Its fields are those of the page, and of a page that is older."""

    based_on = Number(least=1, most=1_000_000, widget=forms.HiddenInput)
    format = Choice([(f, said(f"notes.format.{f}")) for f in formats()], label=said("notes.form.format"))
    present = Text(
        most=400, required=False, label=said("notes.form.present"), help_text=said("notes.form.present_hint")
    )

    def __init__(self, page: AtWork, sent: Mapping[str, Any] | None = None) -> None:
        first = {"based_on": page.saved, "format": page.format, "present": page.present}
        super().__init__(sent, initial=first)
        shown = {s.id: s for section in page.sections for s in section.sentences}
        for key in [*shown, *(name for name in _sent_ids(sent) if name not in shown)]:
            self.fields[SENTENCE + key] = _words(shown[key].text if key in shown else "", said("notes.form.sentence"))
        for role in ROLES:
            self.fields[NEW + role] = _words("", said(f"notes.form.add.{role}"), lines=2)
        self.fields["back"] = Choices(
            [(s.id, s.text) for s in page.left_out], required=False, label=said("notes.form.left_out")
        )

    def typed(self) -> Typed:
        """What to save. Only of a valid form."""
        found = self.cleaned_data
        return Typed(
            based_on=found["based_on"], present=found["present"], format=found["format"], back=tuple(found["back"]),
            texts={name[len(SENTENCE):]: value for name, value in found.items() if name.startswith(SENTENCE)},
            added={name[len(NEW):]: value for name, value in found.items() if name.startswith(NEW)},
        )  # fmt: skip


class SignForm(forms.Form):
    """Which saving of the draft was on screen."""

    saved = Number(least=1, most=1_000_000, widget=forms.HiddenInput)


class ChooseForm(forms.Form):
    """Which text that was kept beside the draft, and which draft was on screen."""

    aside = Ref()
    based_on = Number(least=1, most=1_000_000, widget=forms.HiddenInput)


class AsideForm(SignForm):
    """Why no note comes of a draft."""

    reason = LongText(most=1_000, label=said("notes.form.aside_reason"), help_text=said("notes.form.aside_hint"))


class DigestForm(forms.Form):
    """The digest of the version that was on screen."""

    digest = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


class ReturnForm(DigestForm):
    reason = LongText(most=MOST, label=said("notes.form.return_reason"), help_text=said("notes.form.return_hint"))


class AddendumForm(forms.Form):
    text = LongText(most=MOST, label=said("notes.form.addendum"), help_text=said("notes.form.addendum_hint"))
    reason = Text(most=400, label=said("notes.form.addendum_reason"), help_text=said("notes.form.addendum_reason_hint"))


class LeaveForm(forms.Form):
    """Why a signed note stays as it is."""

    reason = LongText(most=1_000, label=said("notes.arrived.reason"), help_text=said("notes.arrived.reason_hint"))


class LikenessForm(forms.Form):
    like = Ref()
    reason = LongText(most=1_000, label=said("notes.form.likeness_reason"), help_text=said("notes.form.likeness_hint"))


def _words(text: str, label: Any, *, lines: int = 2) -> LongText:
    field = LongText(most=MOST, required=False, label=label, initial=text)
    field.widget.attrs["rows"] = max(lines, min(14, len(text) // 60 + 1 + text.count("\n")))
    return field


def _sent_ids(sent: Mapping[str, Any] | None) -> Iterable[str]:
    """Sentences of an older page that the form still holds: what was typed into them is not lost. At most 200."""
    names = [name[len(SENTENCE) :] for name in sent or () if name.startswith(SENTENCE)]
    return [name for name in names if name[:1] in "do" and name[1:].isdecimal() and len(name) < 7][:200]
