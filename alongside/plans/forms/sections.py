"""The form of each section of a draft: what stands there to begin with, and the section that was typed."""

from typing import Any

from django import forms
from django.forms import BoundField

from alongside.foundation.errors import NotHere
from alongside.foundation.webkit.fields import Day, LongText, Number, Text, said
from alongside.plans.forms.fields import Lines
from alongside.plans.forms.goals import GoalForm
from alongside.plans.forms.interventions import InterventionsForm
from alongside.plans.forms.restrictions import RestrictionForm
from alongside.plans.forms.targets import TargetForm
from alongside.plans.queries.shapes import DraftShown
from alongside.plans.rules import texts
from alongside.plans.rules.interventions import numbers
from alongside.plans.rules.writing import MOST_LINES

MORE_STEPS = 3


class AboutForm(forms.Form):
    summary = LongText(
        most=1000, required=False, label=said("plans.form.summary"), help_text=said("plans.form.summary_hint")
    )
    review_on = Day(required=False, label=said("plans.form.review_on"), help_text=said("plans.form.review_hint"))

    def section(self) -> texts.About:
        return texts.About(self.cleaned_data["summary"], self.cleaned_data["review_on"])


class PartForm(forms.Form):
    text = LongText(required=False, widget=forms.Textarea(attrs={"rows": 12}))

    def __init__(self, data: Any = None, *, part: texts.Part) -> None:
        super().__init__(data, initial={"text": part.text})
        self.key = part.key
        self.fields["text"].label = said(f"plans.part.{part.key}.name")
        self.fields["text"].help_text = said(f"plans.part.{part.key}.hint")

    def section(self) -> texts.Part:
        return texts.Part(self.key, self.cleaned_data["text"])


class StrategiesForm(forms.Form):
    before = Lines(required=False, label=said("plans.moment.before"), help_text=said("plans.form.lines_hint"))
    during = Lines(required=False, label=said("plans.moment.during"), help_text=said("plans.form.lines_hint"))
    after = Lines(required=False, label=said("plans.moment.after"), help_text=said("plans.form.lines_hint"))

    def section(self) -> texts.Strategies:
        return texts.Strategies(**self.cleaned_data)


class CrisisForm(forms.Form):
    def __init__(self, data: Any = None, *, crisis: texts.Crisis) -> None:
        super().__init__(data)
        self.rows = range(min(MOST_LINES, len(crisis.steps) + MORE_STEPS))
        for n in self.rows:
            step = crisis.steps[n] if n < len(crisis.steps) else texts.Step("")
            self.fields |= {
                f"step-{n}-number": Number(least=1, most=99, initial=n + 1, label=said("plans.form.step_number")),
                f"step-{n}-text": Text(most=300, required=False, initial=step.text, label=said("plans.form.step")),
                f"step-{n}-who": Text(most=80, required=False, initial=step.who, label=said("plans.form.who")),
            }

    def steps(self) -> list[list[BoundField]]:
        return [[self[f"step-{n}-{name}"] for name in ("number", "text", "who")] for n in self.rows]

    def section(self) -> texts.Crisis:
        """In the order of the numbers; lines without a text do not count."""
        rows = [[self.cleaned_data[f"step-{n}-{name}"] for name in ("number", "text", "who")] for n in self.rows]
        written = sorted((row for row in rows if row[1]), key=lambda row: int(row[0]))
        return texts.Crisis(tuple(texts.Step(text, who) for _, text, who in written))


class StageForm(forms.Form):
    look = Lines(required=False, label=said("plans.card.look"), help_text=said("plans.form.look_hint"))
    do = Lines(required=False, label=said("plans.card.do"), help_text=said("plans.form.do_hint"))
    dont = Lines(required=False, label=said("plans.card.dont"), help_text=said("plans.form.dont_hint"))
    say = Lines(required=False, label=said("plans.card.say"), help_text=said("plans.form.say_hint"))

    def __init__(self, data: Any = None, *, stage: texts.Stage) -> None:
        super().__init__(data, initial=vars(stage))
        self.stage = stage.stage

    def section(self) -> texts.Stage:
        return texts.Stage(self.stage, **self.cleaned_data)


SectionForm = (
    AboutForm | PartForm | GoalForm | TargetForm | StrategiesForm | CrisisForm | StageForm | RestrictionForm
    | InterventionsForm
)  # fmt: skip


def form_of(place: str, draft: DraftShown, data: Any = None) -> SectionForm:
    """The form of the section at a place, filled with what stands there or with what was typed. Raises NotHere."""
    whole = draft.version.whole
    section = whole.at(place)
    match place.partition("-"):
        case ("about", _, ""):
            return AboutForm(data, initial=vars(whole.about))
        case ("part", _, key):
            return PartForm(data, part=whole.part(key))
        case ("strategies", _, ""):
            return StrategiesForm(data, initial=vars(whole.strategies))
        case ("interventions", _, ""):
            return InterventionsForm(data, rows=whole.interventions, objectives=numbers(whole.goals))
        case ("crisis", _, ""):
            return CrisisForm(data, crisis=whole.crisis)
        case ("card", _, stage) if stage in texts.STAGES:
            return StageForm(data, stage=whole.stage(stage))
        case ("goal", _, _) if place == "goal-new" or isinstance(section, texts.Goal):
            return GoalForm(data, goal=section if isinstance(section, texts.Goal) else None, targets=draft.targets)
        case ("target", _, _) if place == "target-new" or isinstance(section, texts.Target):
            target = section if isinstance(section, texts.Target) else None
            return TargetForm(data, target=target, begun=bool(target and target.target_id in draft.begun))
        case ("restriction", _, _) if place == "restriction-new" or isinstance(section, texts.Restriction):
            return RestrictionForm(data, restriction=section if isinstance(section, texts.Restriction) else None)
    raise NotHere(place)
