"""Restrictive procedures of a version, and who agreed to them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

GATES = ("committee", "prescriber", "consent")


class Restriction(AgencyOwned):
    """A restrictive procedure of one client through all versions: approvals are given to it."""

    client = key("people.Client")
    made_at = models.DateTimeField(db_default=Now())


class RestrictionLine(AgencyOwned):
    """What a procedure is in one version, with its limits."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    restriction = key("plans.Restriction")
    number = models.IntegerField()
    kind = models.TextField(help_text="key in reference/restrictive.toml")
    what = models.TextField()
    when = models.TextField(default="", blank=True)
    why = models.TextField(default="", blank=True)
    minutes = models.IntegerField(null=True, help_text="the longest that one use may last")
    times_a_day = models.IntegerField(null=True)
    who = models.TextField(default="", blank=True)
    training = models.TextField(default="", blank=True)
    ends_when = models.TextField(default="", blank=True)
    fading = models.TextField(default="", blank=True)
    review_days = models.IntegerField(null=True)


class TriedLine(AgencyOwned):
    """A less restrictive way that was tried before a procedure, with its dates and what came of it."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    restriction = key("plans.Restriction")
    number = models.IntegerField()
    what = models.TextField()
    began_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    result = models.TextField(default="", blank=True)


class Approval(AgencyOwned):
    """Somebody agreed to a procedure as it was worded, until a day. It can be taken back, and nothing else."""

    restriction = key("plans.Restriction")
    client = key("people.Client")
    gate = models.TextField(choices=[(g, g) for g in GATES])
    agreed_by = models.TextField(help_text="name of who agreed")
    capacity = models.TextField(help_text="as what: chair of the committee, physician, mother")
    decided_on = models.DateField()
    expires_on = models.DateField(help_text="the last day on which it holds")
    paper = models.TextField(default="", blank=True, help_text="where the signed paper is")
    wording = models.TextField(help_text="SHA-256 of the procedure as worded, hex")
    noted_by = key("workforce.Staff")
    noted_at = models.DateTimeField(db_default=Now())
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="approval_dates", condition=Q(expires_on__gte=models.F("decided_on"))),
        ]
