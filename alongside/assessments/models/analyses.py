"""Structured analyses: what was arranged, and each trial or session of it."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Analysis(AgencyOwned):
    """A preference assessment, alternating treatments, a trial-based or a multielement functional analysis.

    `names` are its items or conditions in order. `control` is the condition that the others are compared with, or "".
    """

    client = key("people.Client")
    target = key("plans.Target", null=True)
    kind = models.TextField(help_text="key in reference/function.toml")
    title = models.TextField()
    names = models.JSONField(help_text="items or conditions, in order")
    control = models.TextField(default="", blank=True)
    unit = models.TextField(default="", blank=True, help_text="of the values of a session")
    improvement = models.TextField(default="decrease")
    opened_by = key("workforce.Staff")
    opened_at = models.DateTimeField(db_default=Now())
    kept = key("plans.Preference", null=True)


class Entry(AgencyOwned):
    """One trial or session, by its number; the newest entry of a number stands. Permanent.

    `details` as `rules/entries.py` has it; null takes the number back.
    """

    analysis = key("assessments.Analysis")
    client = key("people.Client")
    number = models.IntegerField()
    details = models.JSONField(null=True)
    done_on = models.DateField()
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())
