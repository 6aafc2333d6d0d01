"""What is taught, in versions; what was decided about it; when it is looked at again."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

KINDS = ("forward", "back", "mastered", "reteach")
ANSWERS = ("accepted", "declined")


class SkillProgram(AgencyOwned):
    """How one target is taught to one client, through all its versions. A target has one open program."""

    client = key("people.Client")
    target = key("plans.Target")
    domain = models.TextField(help_text="key in reference/prompting.toml")
    began_at = models.DateTimeField(help_text="visits from then on count toward its first step")
    made_by = key("workforce.Staff")
    made_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    ended_by = key("workforce.Staff", null=True)
    ended_because = models.TextField(default="", blank=True)


class ProgramVersion(AgencyOwned):
    """What a program says from a moment on, until the next version. Permanent.

    `steps`: [{text, prompt, of}] in the order in which they are taught; none is one step, the target as a whole.
    `rule`: the fields of rules.Rule.
    """

    program = key("skills.SkillProgram")
    client = key("people.Client")
    number = models.IntegerField()
    goal = models.TextField(default="", blank=True, help_text="what it is good for, in the client's words if there are")
    teaching = models.JSONField(default=list, help_text="what the teacher does, in order")
    materials = models.TextField(default="", blank=True)
    correction = models.TextField(default="", blank=True, help_text="what follows an error")
    reinforcement = models.TextField(default="", blank=True)
    hierarchy = models.TextField(help_text="key in reference/prompting.toml")
    seconds = models.JSONField(default=list, help_text="delays before help, in order")
    chaining = models.TextField(default="", blank=True, help_text="forward, backward, total, or nothing")
    steps = models.JSONField(default=list)
    rule = models.JSONField()
    weeks = models.JSONField(default=list, help_text="after mastery, when it is looked at again")
    kinds = models.JSONField(default=list, help_text="with whom and where else it is looked at")
    because = models.TextField(default="", blank=True, help_text="what is new, in a sentence")
    made_by = key("workforce.Staff")
    made_as = models.TextField(default="", blank=True, help_text="name and credential, as printed then")
    made_at = models.DateTimeField(db_default=Now())


class Decision(AgencyOwned):
    """Somebody took up, or turned down, a move; or moved by hand, with a reason. Permanent.

    `evidence`: the sentence that was on the screen, the rule and the sessions. `upto`: the newest session considered.
    """

    program = key("skills.SkillProgram")
    client = key("people.Client")
    version = key("skills.ProgramVersion")
    kind = models.TextField(choices=[(k, k) for k in KINDS])
    answer = models.TextField(choices=[(a, a) for a in ANSWERS])
    proposed = models.BooleanField(default=True)
    step_before = models.IntegerField()
    step_after = models.IntegerField()
    reason = models.TextField(default="", blank=True)
    evidence = models.JSONField(default=dict)
    upto = models.DateTimeField(null=True)
    begins_at = models.DateTimeField(help_text="visits from then on belong to the step after")
    phase = key("plans.Phase", null=True)
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(name="decision_steps", condition=Q(step_before__gte=1, step_after__gte=1)),
        ]


class Probe(AgencyOwned):
    """To be looked at again: after so many weeks, with somebody else, somewhere else, with other things. Permanent."""

    decision = key("skills.Decision")
    program = key("skills.SkillProgram")
    client = key("people.Client")
    kind = models.TextField(help_text="key in reference/mastery.toml")
    week = models.IntegerField()
    due_on = models.DateField()


class Probed(AgencyOwned):
    """What a session recorded of the target is the answer to a probe. The newest row of a probe counts. Permanent."""

    probe = key("skills.Probe")
    program = key("skills.SkillProgram")
    client = key("people.Client")
    session = key("sessions.Session")
    staff = key("workforce.Staff")
    words = models.TextField(default="", blank=True)
    at = models.DateTimeField(db_default=Now())
