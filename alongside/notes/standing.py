"""As what somebody signs, in the words that are printed below the name, and who is asked to co-sign."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, DateTimeField, Q, Value, When
from django.db.models.functions import Now
from django.db.models.lookups import IsNull

from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.workforce import lookups as workforce


def capacity(by: Actor, verb: str, *, instead_of: str = "") -> str:
    """The role that grants the verb, and for whom somebody stands in."""
    names = reference.load("roles")["role"]
    role = next(names[role]["name"] for role in by.roles if (role, verb) in by.grants)
    return say("notes.capacity.cover", role=role, absent=instead_of) if instead_of else str(role)


def signed(author: UUID, *, until: datetime) -> dict[str, Any]:
    """What to write on a note signed now: the supervisor whom its author has today co-signs it `until`, if any."""
    asked = workforce.supervisor_today(author)
    due = Case(When(IsNull(asked, False), then=Value(until)), output_field=DateTimeField())
    return {"state": "signed", "state_at": Now(), "cosigner_id": asked, "due_at": due}


def asked_to_cosign(by: Actor) -> Q:
    """The notes that wait for somebody's co-signature: asked by name, or of those supervised today, also as a cover."""
    asked = Q(cosigner=by.staff_id) | Q(author__in=list(by.supervises))
    return asked & Q(state="signed", cosigner__isnull=False) & ~Q(author=by.staff_id)
