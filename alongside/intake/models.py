"""From a referral to findings that the team has seen. Each state is a row with who and when; all are permanent."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

SOURCES = ("self", "family", "school", "clinic", "hospital", "county", "court", "payer", "other")
URGENCIES = ("routine", "soon", "urgent")
CLOSINGS = ("declined", "withdrawn", "elsewhere", "unreachable")


class Referral(AgencyOwned):
    """Somebody is to be served: who, how they are reached, why, how soon, who asks. No client yet. Permanent."""

    given = models.TextField()
    family = models.TextField(default="", blank=True)
    born = models.DateField(null=True)
    pronouns = models.TextField(default="", blank=True)
    language = models.TextField(default="en", help_text="BCP 47 tag of the language to speak in")
    interpreter = models.BooleanField(default=False)
    contact = models.TextField(default="", blank=True, help_text="who is called about it; empty: the person")
    relation = models.TextField(default="", blank=True, help_text="what the contact is to the person")
    phone = models.TextField(default="", blank=True)
    source = models.TextField(choices=[(s, s) for s in SOURCES])
    referrer = models.TextField(default="", blank=True, help_text="who asks, where it is not the person")
    reason = models.TextField()
    urgency = models.TextField(choices=[(u, u) for u in URGENCIES])
    received_on = models.DateField()
    made_by = key("workforce.Staff")
    made_at = models.DateTimeField(db_default=Now())


class Closing(AgencyOwned):
    """No client comes of a referral, and why. Permanent."""

    referral = key("intake.Referral")
    how = models.TextField(choices=[(c, c) for c in CLOSINGS])
    reason = models.TextField()
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())


class Intake(AgencyOwned):
    """The way of one client into the agency's care, led by somebody. Permanent."""

    client = key("people.Client")
    referral = key("intake.Referral", null=True)
    lead = key("workforce.Staff")
    made_by = key("workforce.Staff")
    began_on = models.DateField()
    at = models.DateTimeField(db_default=Now())


class Observed(AgencyOwned):
    """The intake observation: an answering of our own form. Permanent."""

    intake = key("intake.Intake")
    client = key("people.Client")
    answering = key("instruments.Answering")
    at = models.DateTimeField(db_default=Now())


class Drawn(AgencyOwned):
    """What somebody said of themselves went from the observation into their record. Permanent."""

    intake = key("intake.Intake")
    client = key("people.Client")
    version = key("documents.Version", help_text="of the observation, as it was signed")
    facts = models.JSONField(help_text="names of the facts that were taken")
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())


class Findings(AgencyOwned):
    """The document in which an intake's findings are written and signed. Permanent."""

    intake = key("intake.Intake")
    client = key("people.Client")
    document = key("documents.Document")
    at = models.DateTimeField(db_default=Now())


class Summary(AgencyOwned):
    """The findings, as they were signed and sent. Another number says it anew. Permanent."""

    intake = key("intake.Intake")
    client = key("people.Client")
    number = models.IntegerField()
    strengths = models.TextField()
    findings = models.TextField()
    risk = models.TextField(default="", blank=True)
    recommendations = models.TextField()
    version = key("documents.Version", null=True, help_text="as signed; none: sent before summaries were signed")
    staff = key("workforce.Staff")
    name = models.TextField(help_text="as it was then")
    credential = models.TextField(default="", blank=True)
    at = models.DateTimeField(db_default=Now())


class Addressed(AgencyOwned):
    """A summary was sent to somebody: a supervisor, or a member of the team. Permanent."""

    summary = key("intake.Summary")
    client = key("people.Client")
    staff = key("workforce.Staff")


class Seen(AgencyOwned):
    """Somebody says that they have read a summary that was sent to them. Permanent."""

    summary = key("intake.Summary")
    client = key("people.Client")
    staff = key("workforce.Staff")
    remark = models.TextField(default="", blank=True)
    at = models.DateTimeField(db_default=Now())
