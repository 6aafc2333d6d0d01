"""Checks of how a plan is carried out. Permanent."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

KINDS = ("observer", "self", "caregiver")
RESULTS = ("yes", "no", "na")


class Check(AgencyOwned):
    """One person scored the steps of a version in one session. A correction is another check that follows this one."""

    session = key("sessions.Session")
    client = key("people.Client")
    version = key("plans.PlanVersion")
    staff = key("workforce.Staff")
    kind = models.TextField(choices=[(k, k) for k in KINDS])
    scored_as = models.TextField(help_text="name and credential of who scored, as printed then")
    who = models.TextField(help_text="who carried the plan out, by name")
    correct = models.IntegerField()
    applicable = models.IntegerField()
    remark = models.TextField(default="", blank=True)
    follows = key("fidelity.Check", null=True)
    reason = models.TextField(default="", blank=True, help_text="why the check that this follows was wrong")
    service_day = models.DateField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="check_counts",
                condition=Q(correct__gte=0, applicable__gte=1) & Q(correct__lte=F("applicable")),
            ),
        ]


class Score(AgencyOwned):
    """One step of a check: the words that were read, the line that they came from, and what was seen."""

    check_row = key("fidelity.Check")
    client = key("people.Client")
    step = models.TextField(help_text="the line's id, or a part of the plan and the number of its sentence")
    moment = models.TextField(help_text="before, during, after, a part of the plan, or crisis")
    number = models.IntegerField()
    text = models.TextField()
    result = models.TextField(choices=[(r, r) for r in RESULTS])
