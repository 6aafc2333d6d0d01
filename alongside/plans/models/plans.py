"""Plans and their versions."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

KINDS = ("behaviour", "treatment")


class Plan(AgencyOwned):
    """A client's treatment plan or behaviour plan, through all its versions."""

    client = key("people.Client")
    kind = models.TextField(choices=[(k, k) for k in KINDS])
    made_at = models.DateTimeField(db_default=Now())


class PlanVersion(AgencyOwned):
    """One version: a draft while `published_at` is empty; permanent afterwards, with its lines, until it ends.

    In force from `begins_at` to `ended_at`. The database lets a published version end, once, and nothing else.
    """

    plan = key("plans.Plan")
    client = key("people.Client")
    number = models.IntegerField()
    summary = models.TextField(default="", blank=True, help_text="what is new in this version, in a sentence")
    review_on = models.DateField(null=True)
    made_by = key("workforce.Staff")
    made_at = models.DateTimeField(db_default=Now())
    published_at = models.DateTimeField(null=True)
    published_by = key("workforce.Staff", null=True)
    published_as = models.TextField(default="", blank=True, help_text="name and credential, as printed then")
    digest = models.TextField(default="", blank=True, help_text="SHA-256 of the whole text as published, hex")
    taken_from = models.TextField(default="", blank=True, help_text="where a plan kept elsewhere before was taken from")
    begins_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = key("workforce.Staff", null=True)
    ended_because = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="planversion_published_whole",
                condition=Q(published_at__isnull=True, published_by=None, begins_at=None, ended_at=None, digest="")
                | Q(published_at__isnull=False, published_by__isnull=False, begins_at__isnull=False),
            ),
            models.CheckConstraint(
                name="planversion_ends_after_it_begins",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=models.F("begins_at")),
            ),
        ]
