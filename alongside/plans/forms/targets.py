"""The form of a target: what it is, how it is measured, and what its measure needs settled."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from alongside.foundation.webkit.fields import Choice, Day, LongText, Number, Text, said
from alongside.plans import known
from alongside.plans.forms.fields import Level, Lines, as_float
from alongside.plans.models.targets import IMPROVEMENTS, TARGET_KINDS
from alongside.plans.rules import texts

SETTING = "setting-"


class TargetForm(forms.Form):
    name = Text(most=80, label=said("plans.form.name"))
    screen_name = Text(
        most=80, required=False, label=said("plans.form.screen_name"), help_text=said("plans.form.screen_name_hint")
    )
    kind = Choice(TARGET_KINDS, says="plans.kind_of_target.", label=said("plans.form.kind"))
    improvement = Choice(IMPROVEMENTS, says="plans.improvement.", label=said("plans.form.improvement"))
    definition = LongText(
        required=False, label=said("plans.form.definition"), help_text=said("plans.form.definition_hint")
    )
    examples = LongText(required=False, label=said("plans.form.examples"))
    non_examples = LongText(required=False, label=said("plans.form.non_examples"))
    function = Choice(
        known.plans()["functions"], says="plans.function.", empty="plans.form.not_said", required=False,
        label=said("plans.form.function"), help_text=said("plans.form.function_hint"),
    )  # fmt: skip
    measure = Choice(
        known.measures(), says="plans.measure.", label=said("plans.form.measure"),
        help_text=said("plans.form.measure_hint"),
    )  # fmt: skip
    baseline = Level(label=said("plans.form.baseline"), help_text=said("plans.form.baseline_hint"))
    baseline_from = Day(required=False, label=said("plans.form.baseline_from"))
    baseline_to = Day(required=False, label=said("plans.form.baseline_to"))
    pinned = Number(most=99, required=False, label=said("plans.form.pinned"), help_text=said("plans.form.pinned_hint"))

    def __init__(self, data: Any = None, *, target: texts.Target | None, begun: bool) -> None:
        super().__init__(data, initial=_initial(target) if target else {})
        self.target_id: UUID | None = target.target_id if target else None
        if begun and target:
            measures = ((target.measure, said(f"plans.measure.{target.measure}")),)
            self.fields["measure"].choices = measures  # type: ignore[attr-defined]
        measure = target.measure if target else ""
        self.settings = {setting["key"]: _field(setting) for setting in known.settings_of(measure)}
        self.fields |= {f"{SETTING}{key}": field for key, field in self.settings.items()}

    def section(self) -> texts.Target:
        said_here = dict(self.cleaned_data)
        settings = {key: said_here.pop(SETTING + key) for key in self.settings}
        kept = settings if self.initial.get("measure") == said_here["measure"] else {}
        return texts.Target(
            **said_here
            | {
                "baseline": as_float(said_here["baseline"]),
                "pinned": said_here["pinned"] or 0,
                "settings": {key: _plain(value) for key, value in kept.items() if value not in (None, "", ())},
                "target_id": self.target_id,
            }
        )


def _initial(target: texts.Target) -> Mapping[str, Any]:
    """What stands there; where a setting is not settled yet, its usual value is offered."""
    usual = {s["key"]: s.get("default") for s in known.settings_of(target.measure)}
    settings = {SETTING + key: target.settings.get(key, value) for key, value in usual.items()}
    return {**vars(target), **settings}


def _field(setting: Mapping[str, Any]) -> forms.Field:
    least, most = setting["limits"]
    rest = {
        "required": False, "label": said(f"plans.setting.{setting['key']}.name"),
        "help_text": said(f"plans.setting.{setting['key']}.hint"),
    }  # fmt: skip
    if setting["kind"] == "whole":
        return Number(least=least, most=most, **rest)
    return Text(most=most, **rest) if setting["kind"] == "line" else Lines(**rest)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
