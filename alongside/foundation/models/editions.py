"""Reviewed knowledge as rows: shipped editions, and which of them an agency uses."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import owned
from alongside.foundation.models.owned import AgencyOwned


class Edition(models.Model):
    """One shipped edition of one piece of knowledge, loaded from reference/. The same for all agencies."""

    kind = models.TextField()
    key = models.TextField()
    edition = models.TextField()
    effective_from = models.DateField()
    effective_to = models.DateField(null=True)
    source = models.TextField()
    digest = models.TextField()
    body = models.JSONField()
    loaded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key", "edition"], name="edition_once")]


class Proposal(AgencyOwned):
    """Somebody proposes to use an edition from a day on, or to do without that knowledge. Permanent."""

    kind = models.TextField()
    key = models.TextField()
    edition = models.TextField(help_text="empty: do without")
    used = models.BooleanField()
    since = models.DateField()
    reason = models.TextField()
    proposed_by = models.UUIDField()
    proposer = models.TextField(help_text="their name then")
    at = models.DateTimeField(db_default=Now())


class Adoption(AgencyOwned):
    """An agency uses an edition from a day on, or does without. Published by two people. Permanent."""

    proposal = owned.key("foundation.Proposal")
    kind = models.TextField()
    key = models.TextField()
    edition = models.TextField()
    used = models.BooleanField()
    since = models.DateField()
    proposed_by = models.UUIDField()
    published_by = models.UUIDField()
    publisher = models.TextField(help_text="their name then")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(proposed_by=models.F("published_by")), name="adoption_by_two_people"
            )
        ]


class Declined(AgencyOwned):
    """A proposal that was not adopted, and why. Permanent."""

    proposal = owned.key("foundation.Proposal")
    declined_by = models.UUIDField()
    decliner = models.TextField(help_text="their name then")
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())
