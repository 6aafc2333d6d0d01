"""The lines of a version. The database refuses to add, change or remove one once the version is published."""

from django.db import models

from alongside.foundation.models import AgencyOwned, key

MOMENTS = ("before", "during", "after")
STAGES = ("calm", "trigger", "escalating", "crisis", "recovery")
CARD_KINDS = ("look", "do", "dont", "say")
COMPARATORS = ("<=", ">=")


class Part(AgencyOwned):
    """A part that is told in words: why it happens, how the replacement is taught (reference/plan_parts.toml)."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    key = models.TextField()
    text = models.TextField()


class Goal(AgencyOwned):
    """What the client wants, in their words where there are any."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    number = models.IntegerField()
    words = models.TextField()
    own_words = models.BooleanField(default=False)


class Objective(AgencyOwned):
    """A measurable step to a goal: baseline, measure, criterion and date are columns, not prose.

    Values are in `unit`: that of the target's measure where there is a target. A draft may still lack some.
    """

    version = key("plans.PlanVersion")
    goal = key("plans.Goal")
    client = key("people.Client")
    number = models.IntegerField()
    text = models.TextField()
    target = key("plans.Target", null=True)
    unit = models.TextField(default="", blank=True, help_text="per hour, percent, minutes")
    baseline = models.FloatField(null=True)
    comparator = models.TextField(choices=[(c, c) for c in COMPARATORS], default=">=")
    criterion = models.FloatField(null=True)
    sessions_in_a_row = models.IntegerField(default=3)
    due_on = models.DateField(null=True)


class TargetLine(AgencyOwned):
    """What a target is in one version: its definition, what counts and what does not, and how it is measured.

    When the version is published, the target itself takes what is written here.
    """

    version = key("plans.PlanVersion")
    client = key("people.Client")
    target = key("plans.Target")
    number = models.IntegerField()
    kind = models.TextField()
    name = models.TextField()
    screen_name = models.TextField(default="", blank=True)
    measure = models.TextField()
    improvement = models.TextField()
    settings = models.JSONField(default=dict)
    pinned = models.IntegerField(default=0)
    definition = models.TextField(default="", blank=True)
    examples = models.TextField(default="", blank=True)
    non_examples = models.TextField(default="", blank=True)
    function = models.TextField(default="", blank=True, help_text="hypothesis, key in reference/plan_parts.toml")
    baseline = models.FloatField(null=True, help_text="level before the plan, in the measure's unit")
    baseline_from = models.DateField(null=True)
    baseline_to = models.DateField(null=True)


class Strategy(AgencyOwned):
    """Something to do before, during or after."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    moment = models.TextField(choices=[(m, m) for m in MOMENTS])
    number = models.IntegerField()
    text = models.TextField()


class CrisisStep(AgencyOwned):
    """One step of the crisis part, in order, and who may do it."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    number = models.IntegerField()
    text = models.TextField()
    who = models.TextField(default="", blank=True)


class CardLine(AgencyOwned):
    """A line of the plan card: at a stage, something to look for, to do, not to do, or one sentence to say."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    stage = models.TextField(choices=[(s, s) for s in STAGES])
    kind = models.TextField(choices=[(k, k) for k in CARD_KINDS])
    number = models.IntegerField()
    text = models.TextField()
