"""What a team decided about an objective, and where each objective stands."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

CHOICES = ("continue", "change", "stop", "mastered", "more_data")


class Decision(AgencyOwned):
    """What was decided about an objective, why, and on what: verdict and span as on the page. Permanent.

    It outlives the version of the plan: the history of an objective is that of its target.
    """

    client = key("people.Client")
    objective = key("plans.Objective")
    target = key("plans.Target", null=True)
    staff = key("workforce.Staff")
    choice = models.TextField(choices=[(c, c) for c in CHOICES])
    reason = models.TextField()
    look_again_on = models.DateField(null=True)
    verdict = models.TextField(help_text="as it stood on the page")
    rule = models.TextField(help_text="the rule that gave it")
    chance = models.FloatField(null=True, help_text="of a step, 0 to 1, by that rule")
    seen_from = models.DateField(null=True, help_text="first visit that the verdict compares")
    seen_to = models.DateField(null=True)
    visits = models.IntegerField(default=0, help_text="visits that the verdict compares")
    at = models.DateTimeField(db_default=Now())


class Standing(AgencyOwned):
    """Where one objective of a plan in force stands. Derived; `alongside rebuild standings`.

    Facts with their days, so that what hangs on today is worked out when it is read.
    """

    client = key("people.Client")
    objective = key("plans.Objective")
    target = key("plans.Target")
    verdict = models.TextField()
    begun_on = models.DateField(help_text="when what is compared began: the intervention, else the first version")
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    visits = models.IntegerField(default=0, help_text="with a value, of those drawn")
    level = models.FloatField(null=True, help_text="median of the newest phase")
    met_on = models.DateField(null=True, help_text="when the criterion was first kept as often as it asks")
    meets = models.BooleanField(default=False, help_text="whether the newest visits keep it")
    watched = models.IntegerField(default=0, help_text="visits of the last quarter with a value")
    by_two = models.IntegerField(default=0, help_text="of those, with a second observer")
    checks = models.IntegerField(default=0, help_text="times that carrying out was watched, in what is compared")
    fidelity = models.FloatField(null=True, help_text="mean share of steps carried out, 0 to 1")
    updated_at = models.DateTimeField(db_default=Now())
