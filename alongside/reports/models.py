"""Progress reports, and what was sent outside."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

READERS = ("family", "school", "court", "payer")
WAYS = ("hand", "post", "portal", "fax", "secure_mail")


class Report(AgencyOwned):
    """How a client is doing over a span, written for one reader. Its words are a document.

    A report that was signed never changes: one that `follows` it says so, and why.
    """

    client = key("people.Client")
    document = key("documents.Document")
    author = key("workforce.Staff")
    reader = models.TextField(choices=[(r, r) for r in READERS])
    addressee = models.TextField(help_text="to whom it is written, as it stands on the paper")
    language = models.TextField(default="en")
    first_day = models.DateField()
    last_day = models.DateField()
    state = models.TextField(choices=[(s, s) for s in ("draft", "signed")], default="draft")
    made_at = models.DateTimeField(db_default=Now())
    follows = key("reports.Report", null=True)
    because = models.TextField(default="", blank=True, help_text="why it follows another one")


class Sending(AgencyOwned):
    """A signed version went to somebody outside, on this ground. Permanent."""

    client = key("people.Client")
    report = key("reports.Report")
    version = key("documents.Version")
    release = key("consents.Consent", null=True)
    contact = key("people.Contact", null=True)
    recipient = models.TextField()
    ground = models.TextField(help_text="release, order, right or payment")
    ground_words = models.TextField(help_text="the ground as it stood then")
    way = models.TextField(choices=[(w, w) for w in WAYS])
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())
