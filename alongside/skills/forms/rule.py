"""The form of a mastery rule, for a program and for a what-if."""

from collections.abc import Mapping
from typing import Any

from django import forms

from alongside.foundation import reference
from alongside.foundation.webkit.fields import Choice, Number, said
from alongside.plans.forms.fields import Level, as_float
from alongside.plans.lookups import TargetFacts
from alongside.skills.rules import Rule

_KNOWN = reference.load("mastery")
RULE = ("comparator", "criterion", "sessions", "of", "staff", "settings", "least", "prompt", "back_at", "back_sessions")


class RuleForm(forms.Form):
    """Fields by the way the target is measured."""

    comparator = Choice([(">=", said("skills.form.at_least")), ("<=", said("skills.form.at_most"))],
                        label=said("skills.form.comparator"))  # fmt: skip
    criterion = Level(label=said("skills.form.criterion"))
    sessions = Number(least=1, most=_KNOWN["most_sessions"], label=said("skills.form.sessions"))
    of = Number(
        least=1, most=_KNOWN["most_sessions"], label=said("skills.form.of"), help_text=said("skills.form.of_hint")
    )
    staff = Number(least=1, most=_KNOWN["most_staff"], label=said("skills.form.staff"))
    settings = Number(least=1, most=_KNOWN["most_settings"], label=said("skills.form.settings"))
    least = Number(
        least=0, most=1_440, required=False, label=said("skills.form.least"), help_text=said("skills.form.least_hint")
    )
    prompt = Choice(
        [], empty="skills.form.no_help", required=False, label=said("skills.form.prompt"),
        help_text=said("skills.form.prompt_hint"),
    )  # fmt: skip
    back_at = Level(label=said("skills.form.back_at"), help_text=said("skills.form.back_at_hint"))
    back_sessions = Number(least=1, most=_KNOWN["most_sessions"], label=said("skills.form.back_sessions"))

    def __init__(self, data: Any = None, *, target: TargetFacts, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=initial)
        how = _KNOWN["measure"][target.measure]
        self.fields["criterion"].required = True
        choices = dict(self.fields["comparator"].choices)  # type: ignore[attr-defined]
        self.fields["comparator"].choices = [(c, choices[c]) for c in how["comparators"]]  # type: ignore[attr-defined]
        if how.get("helped"):
            levels = [(level, level) for level in (target.settings.get("prompts") or [])[1:]]
            self.fields["prompt"].choices = [("", said("skills.form.no_help")), *levels]  # type: ignore[attr-defined]
        else:
            del self.fields["prompt"]

    def rule(self) -> Rule:
        kept = {name: self.cleaned_data.get(name) for name in RULE}
        return Rule(**{
            **kept, "criterion": float(kept["criterion"]), "least": float(kept["least"] or 0),
            "back_at": as_float(kept["back_at"]), "prompt": kept["prompt"] or "",
        })  # fmt: skip


def usual(target: TargetFacts) -> dict[str, Any]:
    """A rule to begin with, by the measure."""
    how, known = _KNOWN["measure"][target.measure], _KNOWN["usual"]
    better = "<=" if target.improvement == "decrease" or target.measure in ("latency", "trials_to_criterion") else ">="
    return {
        **{name: known[name] for name in ("sessions", "of", "staff", "settings", "back_sessions")},
        "comparator": better if better in how["comparators"] else how["comparators"][0],
        "criterion": how.get("usual"), "least": how.get("usual_least", 0),
    }  # fmt: skip
