"""What is measured, and in which phase."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

TARGET_KINDS = ("behaviour", "replacement", "skill")
IMPROVEMENTS = ("decrease", "increase")
CONDITIONS = ("baseline", "intervention")
CHANGE_KINDS = ("medication", "move", "school", "staff", "sleep", "other")


class Target(AgencyOwned):
    """Something counted or timed for one client. Outlives plan versions, so that the chart goes on.

    Recorded on from `began_at` (the publication of its first version; empty while only a draft names it) to
    `ended_at`. Its measure never changes once it has begun.
    """

    client = key("people.Client")
    kind = models.TextField(choices=[(k, k) for k in TARGET_KINDS])
    name = models.TextField()
    screen_name = models.TextField(default="", blank=True, help_text="agreed with the client; a child may read it")
    measure = models.TextField(help_text="key in reference/measures.toml")
    improvement = models.TextField(choices=[(i, i) for i in IMPROVEMENTS])
    settings = models.JSONField(default=dict, help_text="keys of reference/target_settings.toml")
    pinned = models.IntegerField(default=0, help_text="order on the recording page; 0 is not pinned")
    made_at = models.DateTimeField(db_default=Now())
    began_at = models.DateTimeField(null=True, db_default=Now())
    ended_at = models.DateTimeField(null=True)
    concerns_school = models.BooleanField(default=False, db_default=False, help_text="a school may be told of it")


class Phase(AgencyOwned):
    """A condition that begins: baseline or an intervention. Lasts until the next one of the same target.

    A session belongs to the phase in which it began, so a change always falls between sessions.
    """

    client = key("people.Client")
    target = key("plans.Target")
    condition = models.TextField(choices=[(c, c) for c in CONDITIONS])
    label = models.TextField()
    begins_at = models.DateTimeField()
    version = key("plans.PlanVersion", null=True)
    withdrawn_at = models.DateTimeField(null=True, help_text="noted by mistake; the reason is in its revision")


class OtherChange(AgencyOwned):
    """Something else that changed: a medicine, a move, a school break. Drawn as a dotted line."""

    client = key("people.Client")
    kind = models.TextField(choices=[(k, k) for k in CHANGE_KINDS])
    label = models.TextField()
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)


class Reading(AgencyOwned):
    """Somebody said "I have read it" of a published version. Permanent."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())
