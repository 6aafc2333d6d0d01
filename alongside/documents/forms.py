"""Forms about forms: a file, what is shown of it, another edition, an end."""

import base64
import binascii
import zlib
from typing import Any

from django import forms

from alongside.documents.deriving import Edit, Words
from alongside.documents.models.forms import KINDS
from alongside.documents.rules import OLDEST, RESPONDENTS
from alongside.foundation.webkit.fields import Choice, Choices, LongText, Number, Text, Yes, said, wrong
from alongside.questionnaires.reading import MOST_BYTES

EDITED = 200  # items that are edited on one page; larger forms are changed in their file


class FileField(forms.FileField):
    """The bytes of one file, at most MOST_BYTES."""

    widget = forms.ClearableFileInput(attrs={"accept": ".json,application/json,application/fhir+json"})

    def __init__(self, **rest: Any) -> None:
        missing = said("documents.fault.no_file")
        rest.setdefault("error_messages", dict.fromkeys(("required", "invalid", "missing", "empty"), missing))
        super().__init__(**rest)

    def clean(self, value: Any, initial: Any = None) -> Any:
        found = super().clean(value, initial)
        if found.size > MOST_BYTES:
            raise wrong("documents.unreadable.too_large", most=MOST_BYTES // 1_000_000)
        return found


class Packed(forms.CharField):
    """The same bytes, on their way from the preview to being saved: small, and read anew with the same limits."""

    widget = forms.HiddenInput

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("error_messages", {"required": said("documents.fault.no_file")})
        super().__init__(**rest)

    def to_python(self, value: Any) -> Any:
        try:
            opening = zlib.decompressobj()
            body = opening.decompress(base64.b64decode(str(value or ""), validate=True), MOST_BYTES + 1)
        except (binascii.Error, ValueError, zlib.error) as broken:
            raise wrong("documents.fault.no_file") from broken
        if len(body) > MOST_BYTES:
            raise wrong("documents.unreadable.too_large", most=MOST_BYTES // 1_000_000)
        return body


def packed(body: bytes) -> str:
    return base64.b64encode(zlib.compress(body, 9)).decode()


class Upload(forms.Form):
    file = FileField(label=said("documents.form.file"), help_text=said("documents.hint.file"))


class Save(forms.Form):
    """After the preview."""

    packed = Packed()
    file_name = Text(required=False, widget=forms.HiddenInput)
    kind = Choice(KINDS, says="documents.kind.", label=said("documents.form.kind"))


class About(forms.Form):
    title = Text(label=said("documents.form.title"), help_text=said("documents.hint.title"))
    kind = Choice(KINDS, says="documents.kind.", label=said("documents.form.kind"))
    purpose = LongText(most=2_000, required=False, label=said("documents.form.purpose"))
    youngest = Number(most=OLDEST, required=False, label=said("documents.form.youngest"))
    oldest = Number(most=OLDEST, required=False, label=said("documents.form.oldest"))
    respondents = Choices(
        RESPONDENTS, says="documents.respondent.", required=False, label=said("documents.form.respondents")
    )
    reason = LongText(most=1_000, required=False, label=said("documents.form.reason"))


class Retire(forms.Form):
    reason = LongText(most=1_000, label=said("documents.form.reason"), help_text=said("documents.hint.retire"))


class Derive(forms.Form):
    """Title, version and description of an edition, and for each item its text, help, order of answers, and need."""

    title = Text(label=said("documents.form.title"))
    version = Text(label=said("documents.form.version"), help_text=said("documents.hint.version"))
    description = LongText(most=4_000, required=False, label=said("documents.form.description"))

    def __init__(self, words: Words, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words, self.parts = words, list(words.items.items())[:EDITED]
        self.initial = {"title": words.title, "version": "", "description": words.description, **self.initial}
        for n, (link, edit) in enumerate(self.parts):
            self._add(n, link, edit)

    def _add(self, n: int, link: str, edit: Edit) -> None:
        of = {"item": link[:80]}
        self.fields[f"text-{n}"] = LongText(
            most=20_000, required=False, label=said("documents.form.text", **of), initial=edit.text,
            widget=forms.Textarea(attrs={"rows": 2}),
        )  # fmt: skip
        self.fields[f"help-{n}"] = Text(
            most=4_000, required=False, label=said("documents.form.help", **of), initial=edit.help
        )
        if edit.options is not None:
            self.fields[f"options-{n}"] = LongText(
                label=said("documents.form.options", **of), initial="\n".join(edit.options),
                help_text=said("documents.hint.options"),
                widget=forms.Textarea(attrs={"rows": min(len(edit.options), 8)}),
            )  # fmt: skip
        self.fields[f"required-{n}"] = Yes(label=said("documents.form.required", **of), initial=edit.required)

    def edited(self) -> Words:
        """What was typed; items beyond the page stay as they are."""
        said_ = self.cleaned_data
        items = {link: self._edit(n, said_) for n, (link, _) in enumerate(self.parts)}
        return Words(said_["title"], said_["version"], said_["description"], items)

    @staticmethod
    def _edit(n: int, said_: dict[str, Any]) -> Edit:
        typed = said_.get(f"options-{n}")
        options = tuple(" ".join(line.split()) for line in typed.split("\n") if line.strip()) if typed else None
        return Edit(said_[f"text-{n}"], said_[f"help-{n}"], said_[f"required-{n}"], options)

    def field_of(self, fault_field: str) -> str:
        """The field of this form that a fault (`options-LINK`) belongs to."""
        what, _, link = fault_field.partition("-")
        places = {key: n for n, (key, _) in enumerate(self.parts)}
        return f"{what}-{places[link]}" if link in places else fault_field
