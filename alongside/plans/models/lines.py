"""The lines of a behaviour plan's version: definitions, strategies, crisis steps, the plan card."""

from django.db import models

from alongside.foundation.models import AgencyOwned, key

MOMENTS = ("before", "during", "after")
STAGES = ("calm", "trigger", "escalating", "crisis", "recovery")


class TargetLine(AgencyOwned):
    """What a target means in one version: the operational definition, what counts and what does not."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    target = key("plans.Target")
    number = models.IntegerField()
    definition = models.TextField()
    examples = models.TextField(default="", blank=True)
    non_examples = models.TextField(default="", blank=True)


class Strategy(AgencyOwned):
    """Something to do before, during or after."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    number = models.IntegerField()
    moment = models.TextField(choices=[(m, m) for m in MOMENTS])
    text = models.TextField()
    target = key("plans.Target", null=True)


class CrisisStep(AgencyOwned):
    """One step of the crisis part, in order, and who may do it."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    number = models.IntegerField()
    text = models.TextField()
    who = models.TextField(default="", blank=True)


class CardLine(AgencyOwned):
    """A line of the plan card: at a stage, something to do, not to do, or one sentence to say."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    number = models.IntegerField()
    stage = models.TextField(choices=[(s, s) for s in STAGES])
    kind = models.TextField(choices=[(k, k) for k in ("look", "do", "dont", "say")])
    text = models.TextField()
