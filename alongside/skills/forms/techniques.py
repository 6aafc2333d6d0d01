"""Forms of techniques: choosing one for a client, saying how one went; answering a probe."""

from typing import Any

from django import forms

from alongside.foundation import reference
from alongside.foundation.webkit.fields import Choice, LongText, Ref, said
from alongside.skills import library

_WORDS = reference.load("technique_words")
FEW = forms.Textarea(attrs={"rows": 2})


def by_family(keys: "list[str] | None" = None) -> list[Any]:
    """Choices of techniques, grouped by family."""
    every = [t for t in library.techniques().values() if keys is None or t.key in keys]
    groups = [
        (said(f"skills.family.{f}"), [(t.key, t.name) for t in every if t.family == f]) for f in library.families()
    ]
    return [(label, some) for label, some in groups if some]


class ChooseForm(forms.Form):
    technique = Choice([], label=said("skills.form.technique"))
    program = Choice([], empty="skills.form.no_program", required=False, label=said("skills.form.program"))
    words = LongText(required=False, most=1_000, widget=FEW, label=said("skills.form.technique_words"))

    def __init__(self, data: Any = None, *, programs: list[tuple[str, str]], initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["technique"].choices = by_family()  # type: ignore[attr-defined]
        self.fields["program"].choices = [("", said("skills.form.no_program")), *programs]  # type: ignore[attr-defined]


class UseForm(forms.Form):
    """Those that the client is taught come first."""

    operation = Ref()
    technique = Choice([], label=said("skills.form.used"))
    felt = Choice(
        _WORDS["felt"], says="skills.felt.", empty="skills.felt.not_asked", required=False,
        label=said("skills.form.felt"), help_text=said("skills.form.felt_hint"), widget=forms.RadioSelect,
    )  # fmt: skip
    felt_words = LongText(required=False, most=1_000, widget=FEW, label=said("skills.form.felt_words"))
    went = Choice(_WORDS["went"], says="skills.went.", label=said("skills.form.went"), widget=forms.RadioSelect)
    words = LongText(required=False, most=1_000, widget=FEW, label=said("skills.form.use_words"))

    def __init__(self, data: Any = None, *, chosen: list[str], initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        mine = [(said("skills.form.theirs"), [(key, library.name(key)) for key in chosen])] if chosen else []
        others = [key for key in library.techniques() if key not in chosen]
        self.fields["technique"].choices = [*mine, *by_family(others)]  # type: ignore[attr-defined]


class ProbeForm(forms.Form):
    probe = Ref()
    words = LongText(required=False, most=1_000, widget=FEW, label=said("skills.form.probe_words"))
