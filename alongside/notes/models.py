"""Progress notes: a document about a session, in the format its programme asks for."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

STATES = ("draft", "aside", "signed", "returned", "co-signed")
NEVER_SIGNED = ("draft", "aside")


class Note(AgencyOwned):
    """The note of one session. Where it stands is a fact of its signatures and returns, kept here for lists."""

    document = key("documents.Document")
    session = key("sessions.Session")
    client = key("people.Client")
    author = key("workforce.Staff")
    format = models.TextField(choices=[(f, f) for f in ("BIRP", "DAP", "SOAP", "GIRP")])
    service_day = models.DateField()
    service_code = models.TextField(default="", blank=True)
    minutes = models.IntegerField(help_text="whole minutes of the visit")
    units = models.IntegerField(help_text="of 15 minutes, as its payer counts them")
    due_at = models.DateTimeField(null=True, help_text="limit of what comes next: signature, co-signature, correction")
    state = models.TextField(default="draft", choices=[(s, s) for s in STATES])
    cosigner = key("workforce.Staff", null=True)
    state_at = models.DateTimeField(db_default=Now())
    made_at = models.DateTimeField(db_default=Now())


class Fingerprint(AgencyOwned):
    """What a signed note is compared by: its author's words, normalised. Derived; `alongside rebuild fingerprints`."""

    note = key("notes.Note")
    client = key("people.Client")
    author = key("workforce.Staff")
    text = models.TextField()
    at = models.DateTimeField(db_default=Now())


class Likeness(AgencyOwned):
    """A note signed though over 90 % like an earlier one, and the author's reason. Permanent."""

    note = key("notes.Note")
    like_id = models.UUIDField(help_text="the other note: perhaps of another client, whose record may end before this")
    client = key("people.Client")
    percent = models.FloatField()
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())


class PutAside(AgencyOwned):
    """A draft that no note came of, why, and its text as it was kept. It may be taken up again. Permanent."""

    note = key("notes.Note")
    client = key("people.Client")
    staff = key("workforce.Staff")
    text = key("documents.Aside")
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())


class Remark(AgencyOwned):
    """What a text that was drafted on a device says otherwise than the records here. Permanent; nothing is changed.

    `sentences`: drafted there and not here, or here and not there; `head`: names of facts above the note that differ.
    """

    note = key("notes.Note")
    client = key("people.Client")
    sentences = models.IntegerField()
    head = models.JSONField(default=list)
    at = models.DateTimeField(db_default=Now())


class LeftAsItIs(AgencyOwned):
    """Its author looked at what arrived after signing, and leaves the note as it is, with the reason. Permanent."""

    note = key("notes.Note")
    client = key("people.Client")
    staff = key("workforce.Staff")
    records = models.IntegerField(help_text="how many had arrived")
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())
