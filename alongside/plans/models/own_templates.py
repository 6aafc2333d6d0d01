"""Plan templates of an agency's own: derived from a shipped one, in editions that a second clinician reviewed."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

DECISIONS = ("agreed", "retired")


class OwnTemplate(AgencyOwned):
    """A template for a function and an age, under a name of the agency's. Permanent; its text is in its editions."""

    name = models.TextField()
    function = models.TextField()
    band = models.TextField()
    base_key = models.TextField(help_text="key of the shipped template from which it was derived")
    made_by = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())


class OwnEdition(AgencyOwned):
    """One edition of it: at work until somebody decides on it, and never changed after. `base`: its edition's name."""

    template = key("plans.OwnTemplate")
    number = models.IntegerField()
    body = models.JSONField(help_text="as a file of reference/plan_templates/")
    base_key = models.TextField(help_text="key of the template that it began as")
    base_edition = models.TextField()
    made_by = key("workforce.Staff")
    worded_by = key("workforce.Staff", null=True)
    at = models.DateTimeField(db_default=Now())


class OwnDecision(AgencyOwned):
    """A second clinician agreed to an edition, or it was retired. Permanent."""

    edition = key("plans.OwnEdition")
    kind = models.TextField(choices=[(k, k) for k in DECISIONS])
    staff = key("workforce.Staff")
    decided_as = models.TextField(help_text="name and credential, as printed then")
    remark = models.TextField(default="", blank=True)
    at = models.DateTimeField(db_default=Now())
