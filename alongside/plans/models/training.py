"""Who was trained on a version, how, and with what result."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Training(AgencyOwned):
    """Somebody was trained on a published version by somebody else. Permanent; of several, the last one counts."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    staff = key("workforce.Staff")
    trainer = key("workforce.Staff")
    trained_as = models.TextField(help_text="the trainer's name and credential, as printed then")
    hows = models.JSONField(help_text="keys of reference/readiness.toml")
    competent = models.BooleanField(help_text="can do it; false: needs more practice")
    remark = models.TextField(default="", blank=True)
    done_on = models.DateField()
    at = models.DateTimeField(db_default=Now())
