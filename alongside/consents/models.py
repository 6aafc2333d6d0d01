"""What somebody who may decide allowed or refused, and that it was taken back. Permanent."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

TELLING = ("release", "order")  # what allows telling somebody outside: they name a reader and a recipient
WHAT = ("assessment", "treatment", "telehealth", "school", "pictures", *TELLING)
READERS = ("family", "school", "court", "payer", "other")
WAYS = ("paper", "electronic", "spoken")


class Consent(AgencyOwned):
    """A yes or no: of the client, of somebody who decides for them, or of a court. Permanent."""

    client = key("people.Client")
    what = models.TextField(choices=[(w, w) for w in WHAT])
    given = models.BooleanField()
    contact = key("people.Contact", null=True, help_text="who decided, where it is one of the client's contacts")
    by_whom = models.TextField(help_text="their name then; of an order the court and the number")
    way = models.TextField(choices=[(w, w) for w in WAYS])
    words = models.TextField(default="", blank=True, help_text="what for, what was explained")
    reader = models.TextField(default="", blank=True, choices=[(r, r) for r in READERS])
    recipient = models.TextField(default="", blank=True, help_text="who may be told")
    decided_on = models.DateField()
    begins_on = models.DateField(help_text="the first day on which it holds")
    until = models.DateField(null=True, help_text="the last day on which it holds")
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())


class End(AgencyOwned):
    """A consent was taken back. What was done while it held stays. Permanent."""

    consent = key("consents.Consent")
    client = key("people.Client")
    reason = models.TextField(default="", blank=True)
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())
