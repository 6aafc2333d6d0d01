"""Who signed a version, and what was decided when it was looked over. Permanent."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

CAPACITIES = ("client", "caregiver", "clinician", "prescriber")
SIGNED = ("own", "device", "paper")


class PlanSignature(AgencyOwned):
    """One person signed a published version, or would not, or could not be reached. Permanent.

    `digest` is the version's: the database takes no other. Name and relation stand as they were printed.
    """

    version = key("plans.PlanVersion")
    client = key("people.Client")
    capacity = models.TextField(choices=[(c, c) for c in CAPACITIES])
    how = models.TextField(choices=[(h, h) for h in (*SIGNED, "refused", "unavailable")])
    name = models.TextField()
    relation = models.TextField(default="", blank=True)
    contact = key("people.Contact", null=True)
    staff = key("workforce.Staff", null=True)
    digest = models.TextField()
    signed_on = models.DateField()
    reason = models.TextField(default="", blank=True)
    try_on = models.DateField(null=True)
    file = key("foundation.StoredFile", null=True)
    noted_by = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plansignature_reason", condition=Q(how__in=SIGNED) | ~Q(reason=""),
            ),
        ]  # fmt: skip


class PlanReview(AgencyOwned):
    """A version was looked over by those who took part. Permanent; what was decided of each objective are its lines."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    staff = key("workforce.Staff")
    held_as = models.TextField(help_text="name and credential, as printed then")
    reviewed_on = models.DateField()
    cause = models.TextField(help_text="key in reference/treatment.toml")
    took_part = models.TextField()
    decision = models.TextField(help_text="continue, revise or end")
    remark = models.TextField(default="", blank=True)
    next_on = models.DateField(null=True, help_text="when it is looked over again, where it goes on")
    at = models.DateTimeField(db_default=Now())


class ReviewLine(AgencyOwned):
    """What was decided of one objective."""

    review = key("plans.PlanReview")
    client = key("people.Client")
    objective = key("plans.Objective")
    verdict = models.TextField(help_text="continue, change, met or stop")
    reason = models.TextField(default="", blank=True)
