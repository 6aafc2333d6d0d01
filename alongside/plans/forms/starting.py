"""The form with which a draft begins from a template."""

from typing import Any

from django import forms

from alongside.foundation.webkit.fields import Choice, said


class StartForm(forms.Form):
    template = Choice(label=said("plans.library.which"), help_text=said("plans.library.which_hint"))

    def __init__(self, data: Any = None, *, templates: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["template"].choices = templates  # type: ignore[attr-defined]
