"""A row that belongs to one agency, and a key to another such row."""

from typing import Any

from django.db import models

from alongside.foundation.ids import uuid7
from alongside.foundation.tenancy import CurrentAgency


class AgencyOwned(models.Model):
    """PostgreSQL fills in the agency and guards it; the primary key there is (agency_id, id)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agency_id = models.UUIDField(db_default=CurrentAgency(), editable=False)

    class Meta:
        abstract = True


def key(to: str, **kwargs: Any) -> Any:
    """A foreign key to an agency-owned row. The constraint and its index are made by walls.points."""
    kwargs.setdefault("related_name", "+")
    return models.ForeignKey(to, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, **kwargs)
