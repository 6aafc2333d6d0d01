"""Reviewed knowledge as rows: shipped editions, and which of them an agency uses."""

from django.db import models
from django.db.models.functions import Now

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


class Adoption(AgencyOwned):
    """An agency switches an edition off, or uses another than the newest. Published by two people."""

    kind = models.TextField()
    key = models.TextField()
    edition = models.TextField()
    used = models.BooleanField()
    since = models.DateField()
    proposed_by = models.UUIDField()
    published_by = models.UUIDField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(proposed_by=models.F("published_by")), name="adoption_by_two_people"
            )
        ]
