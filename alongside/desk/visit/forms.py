"""The forms of a visit: beginning, what came before and after, leaving the plan, who is here, ending, setting right."""

from typing import Any

from django import forms

from alongside.behaviour.measures import definition
from alongside.foundation.webkit.fields import Choice, Choices, Clock, LongText, Number, Ref, Text, Yes, said

ABC = definition("abc")["fields"]
TABLES = {
    "antecedent": "desk.antecedent.", "consequence": "desk.consequence.", "effect": "desk.effect.",
    "setting_events": "desk.setting_event.", "setting": "desk.setting.", "people": "desk.people.",
    "outcome": "desk.outcome.",
}  # fmt: skip


def worded(name: str, of: list[str]) -> list[tuple[str, Any]]:
    """Codes of the data file with their words."""
    return [(one, said(TABLES[name] + one.replace(" ", "_"))) for one in of]


class Start(forms.Form):
    """Begin a visit; `operation` is the id of the session to be."""

    operation = Ref()
    overlap_reason = Text(required=False, label=said("desk.visit.overlap_reason"))


class Unplanned(Start):
    """Begin without a visit: where, and for which program."""

    programme = Choice(label=said("desk.visit.programme"))
    site = Choice(required=False, empty="desk.visit.no_site", label=said("desk.visit.site"))
    place = Text(required=False, label=said("desk.visit.place"))


class Around(forms.Form):
    """What came before and after (ABC): four taps, or the story in words."""

    operation = Ref()
    target = Choice(widget=forms.RadioSelect, label=said("desk.abc.behavior"))
    antecedent = Choice(
        worded("antecedent", ABC["antecedent"]["of"]), required=False, widget=forms.RadioSelect,
        label=said("desk.abc.antecedent"),
    )  # fmt: skip
    consequence = Choice(
        worded("consequence", ABC["consequence"]["of"]), required=False, widget=forms.RadioSelect,
        label=said("desk.abc.consequence"),
    )  # fmt: skip
    effect = Choice(
        worded("effect", ABC["effect"]["of"]), required=False, widget=forms.RadioSelect, label=said("desk.abc.effect")
    )
    setting_events = Choices(
        worded("setting_events", ABC["setting_events"]["of"]), required=False, label=said("desk.abc.setting_events")
    )
    setting = Choice(
        worded("setting", ABC["setting"]["of"]),
        required=False,
        widget=forms.RadioSelect,
        label=said("desk.abc.setting"),
    )
    people = Choices(worded("people", ABC["people"]["of"]), required=False, label=said("desk.abc.people"))
    activity = Text(required=False, label=said("desk.abc.activity"))
    given_by = Text(required=False, most=80, label=said("desk.abc.given_by"))
    intensity = Number(required=False, least=0, most=4, label=said("desk.abc.intensity"))
    seconds = Number(required=False, least=0, most=86_400, places=1, label=said("desk.abc.seconds"))
    replacement_shown = Yes(label=said("desk.abc.replacement_shown"))
    did_not_occur = Yes(label=said("desk.abc.did_not_occur"), help_text=said("desk.abc.did_not_occur_hint"))
    narrative = LongText(required=False, most=4000, label=said("desk.abc.narrative"))

    def __init__(self, *args: Any, targets: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["target"].choices = targets  # type: ignore[attr-defined]

    def details(self) -> dict[str, Any]:
        """The record as reference/measures.toml wants it; what was left empty is left out."""
        named = {name: value for name, value in self.cleaned_data.items() if name in ABC}
        kept = {name: value for name, value in named.items() if value not in ("", None, []) and value is not False}
        return {**kept, "occurred": not self.cleaned_data["did_not_occur"]}


class LeavingThePlan(forms.Form):
    """What was done otherwise, and why."""

    operation = Ref()
    strategy = Choice(required=False, empty="desk.deviation.no_line", label=said("desk.deviation.strategy"))
    what = LongText(most=1000, label=said("desk.deviation.what"))
    reason = LongText(most=1000, label=said("desk.deviation.reason"))

    def __init__(self, *args: Any, strategies: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["strategy"].choices = [("", said("desk.deviation.no_line")), *strategies]  # type: ignore[attr-defined]


class Here(forms.Form):
    """Somebody who is here."""

    operation = Ref()
    who = Text(label=said("desk.presence.who"), help_text=said("desk.presence.hint"))
    took_part = Yes(label=said("desk.presence.took_part"))


class End(forms.Form):
    """When it ended (now, unless a time is given), why early, and what was watched for and not seen."""

    operation = Ref()
    ended = Clock(required=False, label=said("desk.end.ended"), help_text=said("desk.end.ended_hint"))
    early_reason = LongText(required=False, most=500, label=said("desk.end.early_reason"))
    none_seen = Choices(required=False, label=said("desk.end.none_seen"), help_text=said("desk.end.none_seen_hint"))

    def __init__(self, *args: Any, silent: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["none_seen"].choices = silent  # type: ignore[attr-defined]


class SettingRight(forms.Form):
    """The fields of a measure as it was recorded, the time of day, and the reason."""

    operation = Ref()
    clock = Clock(label=said("desk.correct.time"))
    reason = Text(required=False, label=said("desk.correct.reason"))

    def __init__(self, *args: Any, fields: dict[str, Any], settings: dict[str, Any], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.asked = [name for name in fields if name not in UNCHANGED]
        for name in self.asked:
            self.fields[name] = field_of(name, fields[name], settings)
        self.order_fields([*self.asked, "clock", "reason"])

    def details(self, before: dict[str, Any]) -> dict[str, Any]:
        """What was recorded, with what was changed here."""
        typed = {name: _plain(self.fields[name], self.cleaned_data[name]) for name in self.asked}
        return {**before, **typed}


UNCHANGED = ("length", "interval")


def field_of(name: str, field: dict[str, Any], settings: dict[str, Any]) -> forms.Field:
    """The form field of one field of a measure (reference/measures.toml)."""
    label, needed = said(f"desk.detail.{name}"), field.get("needed", False)
    if name == "prompt" and settings.get("prompts"):
        levels = [(level, level) for level in settings["prompts"][1:]]
        return Choice([("", said("desk.detail.no_prompt")), *levels], required=False, label=label)
    if field["kind"] == "flag":
        return Choice([("yes", said("desk.detail.yes")), ("no", said("desk.detail.no"))], required=needed, label=label)
    if field["kind"] == "choice":
        left_open = [] if needed else [("", said("desk.detail.left_open"))]
        return Choice([*left_open, *worded(name, field["of"])], required=needed, label=label)
    if field["kind"] == "several":
        return Choices(worded(name, field["of"]), required=False, label=label)
    if field["kind"] == "text":
        return LongText(most=field["most"], required=needed, label=label)
    places = 3 if field["kind"] == "number" else 0
    return Number(least=field["least"], most=field["most"], places=places, required=needed, label=label)


def _plain(field: forms.Field, value: Any) -> Any:
    if isinstance(field, Choice) and value in ("yes", "no") and len(field.choices) == 2:
        return value == "yes"
    return value
