"""The form of a program: what is taught, how help is given, when it is learned, when it is looked at again."""

from typing import Any

from django import forms

from alongside.foundation import reference
from alongside.foundation.webkit.fields import Choice, Choices, Day, LongText, Text, said, wrong
from alongside.plans.forms.fields import Lines
from alongside.plans.lookups import TargetFacts
from alongside.skills.forms.rule import RuleForm, usual
from alongside.skills.rules import Step
from alongside.skills.rules.texts import Whole

_PROMPTING, _KNOWN = reference.load("prompting"), reference.load("mastery")
NEW = [kind for kind in _KNOWN["probes"]["kinds"] if kind != "kept"]
FEW = forms.Textarea(attrs={"rows": 2})


class Numbers(Text):
    """Whole numbers with commas between them: "1, 2, 4"."""

    def to_python(self, value: Any) -> Any:
        parts = [part.strip() for part in super().to_python(value).split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() and len(part) < 5 for part in parts):
            raise wrong("skills.form.numbers")
        return tuple(int(part) for part in parts)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, (tuple, list)) else value


class Steps(Lines):
    """One step a line; after a bar the most help that still counts in it."""

    def to_python(self, value: Any) -> Any:
        made = []
        for line in super().to_python(value):
            text, _, prompt = line.partition("|")
            made.append(Step(text.strip(), prompt.strip()))
        return tuple(made)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, (tuple, list)):
            return "\n".join(f"{one.text} | {one.prompt}" if one.prompt else one.text for one in value)
        return value


class ProgramForm(RuleForm):
    """All of a version."""

    goal = LongText(required=False, most=4_000, label=said("skills.form.goal"), widget=FEW)
    chaining = Choice(
        _PROMPTING["chaining"]["keys"], says="skills.chaining.", empty="skills.form.no_chaining", required=False,
        label=said("skills.form.chaining"), help_text=said("skills.form.chaining_hint"),
    )  # fmt: skip
    steps = Steps(required=False, label=said("skills.form.steps"), help_text=said("skills.form.steps_hint"))
    hierarchy = Choice(
        _PROMPTING["hierarchy"], says="skills.prompting.", label=said("skills.form.hierarchy"),
        help_text=said("skills.form.hierarchy_hint"),
    )  # fmt: skip
    seconds = Numbers(required=False, label=said("skills.form.seconds"), help_text=said("skills.form.seconds_hint"))
    teaching = Lines(required=False, label=said("skills.form.teaching"), help_text=said("skills.form.teaching_hint"))
    materials = LongText(required=False, most=4_000, label=said("skills.form.materials"), widget=FEW)
    correction = LongText(required=False, most=4_000, label=said("skills.form.correction"), widget=FEW)
    reinforcement = LongText(required=False, most=4_000, label=said("skills.form.reinforcement"), widget=FEW)
    weeks = Numbers(required=False, label=said("skills.form.weeks"), help_text=said("skills.form.weeks_hint"))
    kinds = Choices(NEW, says="skills.probe_kind.", required=False, label=said("skills.form.kinds"))

    def __init__(self, data: Any = None, *, target: TargetFacts, whole: Whole | None = None) -> None:
        super().__init__(data, target=target, initial=_initial(target, whole))
        if target.measure != "task_analysis":
            del self.fields["chaining"]

    def whole(self) -> Whole:
        kept = self.cleaned_data
        texts = ("goal", "materials", "correction", "reinforcement", "hierarchy", "seconds", "teaching", "weeks")
        return Whole(
            rule=self.rule(), steps=kept["steps"], kinds=tuple(kept["kinds"]), chaining=kept.get("chaining") or "",
            because=kept.get("because", ""), **{name: kept[name] for name in texts},
        )  # fmt: skip

    @property
    def of_skill(self) -> list[Any]:
        names = ("domain", "began_on", "goal", "chaining", "steps", "materials")
        return [self[name] for name in names if name in self.fields]

    @property
    def of_teaching(self) -> list[Any]:
        return [self[name] for name in ("hierarchy", "seconds", "teaching", "correction", "reinforcement")]

    @property
    def of_rule(self) -> list[Any]:
        return [self[name] for name in RuleForm.base_fields if name in self.fields]

    @property
    def of_after(self) -> list[Any]:
        return [self[name] for name in ("weeks", "kinds", "because") if name in self.fields]


class NewProgramForm(ProgramForm):
    domain = Choice(_PROMPTING["domains"]["keys"], says="skills.domain.", label=said("skills.form.domain"))
    began_on = Day(required=False, label=said("skills.form.began_on"), help_text=said("skills.form.began_on_hint"))


class NewVersionForm(ProgramForm):
    because = Text(label=said("skills.form.because"), help_text=said("skills.form.because_hint"))


def _initial(target: TargetFacts, whole: Whole | None) -> dict[str, Any]:
    if whole is None:
        return {**usual(target), "weeks": _KNOWN["usual"]["weeks"], "hierarchy": "least_to_most", "seconds": [4]}
    typed = () if whole.chaining else whole.steps
    return {**vars(whole.rule), **vars(whole), "steps": typed, "because": "", "kinds": list(whole.kinds)}
