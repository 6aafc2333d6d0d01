"""Forms in editions: the bytes of a file as they came, who agreed to them, and that one is not begun any more."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

KINDS = ("instrument", "screening", "intake", "observation", "survey", "consent", "other")
SOURCES = ("imported", "derived", "shipped")


class Form(AgencyOwned):
    """One form under one key. What is shown of it here may change (by revisions); its editions never do."""

    key = models.TextField()
    title = models.TextField()
    kind = models.TextField(choices=[(k, k) for k in KINDS], default="other")
    purpose = models.TextField(default="", blank=True)
    youngest = models.IntegerField(null=True, help_text="years of age")
    oldest = models.IntegerField(null=True, help_text="years of age")
    respondents = models.JSONField(default=list, help_text="keys of who may be asked; empty: anybody")
    at = models.DateTimeField(db_default=Now())


class Edition(AgencyOwned):
    """A Questionnaire as its file came, byte for byte. Permanent.

    `shipped`: it came with the product and was reviewed with it, so that nobody here approves it.
    """

    form = key("documents.Form")
    number = models.IntegerField()
    body = models.BinaryField()
    sha256 = models.TextField(help_text="hex, of the body")
    source = models.TextField(choices=[(s, s) for s in SOURCES])
    file_name = models.TextField(default="", blank=True)
    url = models.TextField(default="", blank=True, help_text="as the file says, like all that follow")
    version = models.TextField(default="", blank=True)
    title = models.TextField(default="", blank=True)
    language = models.TextField(default="", blank=True)
    copyright = models.TextField(default="", blank=True)
    questions = models.IntegerField()
    made_by = key("workforce.Staff", null=True)
    derived_from = key("documents.Edition", null=True)
    at = models.DateTimeField(db_default=Now())


class Approval(AgencyOwned):
    """One of the two people who agree that an edition is used. The second is licensed, or of quality. Permanent."""

    edition = key("documents.Edition")
    number = models.IntegerField()
    staff = key("workforce.Staff")
    name = models.TextField(help_text="as it was then")
    credential = models.TextField(default="", blank=True)
    role = models.TextField()
    at = models.DateTimeField(db_default=Now())


class Retirement(AgencyOwned):
    """An edition is not begun any more, and why. What was answered on it stays. Permanent."""

    edition = key("documents.Edition")
    staff = key("workforce.Staff")
    name = models.TextField(help_text="as it was then")
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())
