"""What is measured, in which phase."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Target(AgencyOwned):
    """Something counted or timed for one client. Outlives plan versions, so that the chart goes on."""

    client = key("people.Client")
    kind = models.TextField(choices=[(k, k) for k in ("behaviour", "replacement", "skill")])
    name = models.TextField()
    screen_name = models.TextField(default="", blank=True, help_text="agreed with the client; a child may read it")
    measure = models.TextField(help_text="key in reference/measures.toml")
    improvement = models.TextField(choices=[(i, i) for i in ("decrease", "increase")])
    settings = models.JSONField(default=dict, help_text="interval seconds, prompt levels, steps, anchors")
    pinned = models.IntegerField(default=0, help_text="order on the recording page; 0 is not pinned")
    made_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)


class Phase(AgencyOwned):
    """A condition that begins: baseline or an intervention. Lasts until the next one of the same target."""

    client = key("people.Client")
    target = key("plans.Target")
    condition = models.TextField(choices=[(c, c) for c in ("baseline", "intervention")])
    label = models.TextField()
    begins_at = models.DateTimeField()
    version = key("plans.PlanVersion", null=True)


class OtherChange(AgencyOwned):
    """Something else that changed: a medicine, a move, a school break. Drawn as a dotted line."""

    client = key("people.Client")
    kind = models.TextField(choices=[(k, k) for k in ("medication", "move", "school", "staff", "sleep", "other")])
    label = models.TextField()
    at = models.DateTimeField()
