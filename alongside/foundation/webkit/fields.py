"""Form fields of every form: they say what is wrong from the catalogue, keep what was typed, and set limits."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy

from alongside.foundation import typed_text
from alongside.foundation.errors import Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.webkit.written_days import EARLIEST, LATEST, clock_of, day_of

_NUMBER = re.compile(r"[-\u2212]?\d{1,15}(?:\.(\d{1,9}))?", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class _Said:
    """A sentence that is said when it is shown, in the language of whoever reads."""

    def __init__(self, code: str, values: Mapping[str, object]) -> None:
        self.code, self.values = code, values

    def __str__(self) -> str:
        return say(self.code, **self.values)


def said(code: str, **values: object) -> Any:
    """A lazy sentence, for the label and hint of a field: `Text(label=said("people.form.given"))`."""
    return _lazily(_Said(code, values))


_lazily = lazy(str, str)  # one class for all sentences: `lazystr` makes one for each, at every form that is shown


def wrong(code: str, **values: object) -> ValidationError:
    return ValidationError(say(code, **values), code=code)


def faults_into(form: forms.BaseForm, unacceptable: Unacceptable) -> None:
    """Put the faults of an action beside the fields they belong to; the others stand at the top."""
    for fault in unacceptable.faults:
        field = fault.field if fault.field in form.fields else None
        form.add_error(field, say(fault.code, **fault.values))


class Text(forms.CharField):
    """One line, at most 200 characters."""

    lines, most = False, typed_text.ONE_LINE

    def __init__(self, *, most: int | None = None, **rest: Any) -> None:
        self.most = most or self.most
        rest.setdefault("error_messages", {"required": said("foundation.field.required")})
        super().__init__(strip=False, **rest)

    def to_python(self, value: Any) -> str:
        text = typed_text.settled(str(value or ""), lines=self.lines)
        fault = typed_text.fault_in(text, most=self.most, lines=self.lines)
        if fault:
            raise wrong(fault.code, **fault.values)
        return text

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "maxlength": str(self.most)}


class LongText(Text):
    """Many lines, at most 20,000 characters; line endings become one newline."""

    lines, most = True, typed_text.MANY_LINES
    widget = forms.Textarea(attrs={"rows": 4})


class _Written(forms.Field):
    """A field whose text is read by `read`, after trimming; empty is None."""

    empty: Any = None

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("error_messages", {"required": said("foundation.field.required")})
        super().__init__(**rest)

    def to_python(self, value: Any) -> Any:
        if value is None or isinstance(value, (date, time, int, Decimal)):
            return value
        typed = str(value).strip()
        return self.read(typed) if typed else self.empty

    def read(self, typed: str) -> Any:
        raise NotImplementedError


class Day(_Written):
    """A date: 2026-11-21, 11/21/2026 or 21 Nov 2026, between two days (both included)."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, *, earliest: date = EARLIEST, latest: date = LATEST, **rest: Any) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(**rest)

    def read(self, typed: str) -> date:
        day = day_of(typed)
        if day is None:
            raise wrong("foundation.field.day", typed=typed[:40])
        if not self.earliest <= day <= self.latest:
            raise wrong("foundation.field.day_range", earliest=self.earliest, latest=self.latest)
        return day


class Clock(_Written):
    """A time of day, 15:30 or 3:30 pm. With a day and a zone it becomes a moment: foundation.moments.moment."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})

    def read(self, typed: str) -> time:
        clock = clock_of(typed)
        if clock is None:
            raise wrong("foundation.field.clock", typed=typed[:40])
        return clock


class Number(_Written):
    """A number in ASCII digits between two limits: a whole number, or a Decimal with at most `places` places."""

    def __init__(self, *, least: float = 0, most: float = 1_000_000, places: int = 0, **rest: Any) -> None:
        self.least, self.most, self.places = least, most, places
        rest.setdefault("widget", forms.NumberInput(attrs={"min": least, "max": most, "step": f"{10**-places:g}"}))
        super().__init__(**rest)

    def read(self, typed: str) -> int | Decimal:
        match = _NUMBER.fullmatch(typed)
        if match is None:
            raise wrong("foundation.field.number", typed=typed[:40])
        if len((match[1] or "").rstrip("0")) > self.places:
            raise wrong("foundation.field.places" if self.places else "foundation.field.whole", count=self.places)
        value = Decimal(typed.replace("\u2212", "-")) + 0
        if not self.least <= value <= self.most:
            raise wrong("foundation.field.number_range", least=f"{self.least:,}", most=f"{self.most:,}")
        return value if self.places else int(value)


class Choice(forms.ChoiceField):
    """One of an allow-list. `of` are keys said as `{says}{key}` (says="plans.stage."), or (key, label) pairs."""

    def __init__(self, of: Iterable[Any] = (), *, says: str = "", empty: str = "", **rest: Any) -> None:
        rest.setdefault("error_messages", _CHOICE)
        rest["choices"] = [*([("", said(empty))] if empty else []), *pairs(of, says)]
        super().__init__(**rest)


class Choices(forms.MultipleChoiceField):
    """Any of an allow-list, as boxes to tick."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, of: Iterable[Any] = (), *, says: str = "", **rest: Any) -> None:
        rest.setdefault("error_messages", {**_CHOICE, "invalid_list": said("foundation.field.choice")})
        super().__init__(choices=pairs(of, says), **rest)


class Yes(forms.BooleanField):
    """A box to tick; not ticked is False."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("required", False)
        rest.setdefault("error_messages", {"required": said("foundation.field.required")})
        super().__init__(**rest)


class Ref(_Written):
    """The id of a row, written the one usual way."""

    widget = forms.HiddenInput

    def read(self, typed: str) -> UUID:
        if not _UUID.fullmatch(typed):
            raise wrong("foundation.field.choice")
        return UUID(typed)


_CHOICE = {"required": said("foundation.field.required"), "invalid_choice": said("foundation.field.choice")}


def pairs(of: Iterable[Any], says: str) -> Sequence[tuple[str, Any]]:
    """Choices of keys said from a table of the catalogue; pairs pass through."""
    return [choice if isinstance(choice, tuple) else (choice, said(f"{says}{choice}")) for choice in of]
