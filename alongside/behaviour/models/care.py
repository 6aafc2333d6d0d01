"""What is seen and done beside the targets: something is different, tokens given, a reinforcer taken. All permanent."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Notice(AgencyOwned):
    """Something is different today: sleep, mood, appetite, speech, energy (reference/noticing.toml). Permanent."""

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    area = models.TextField()
    words = models.TextField(default="", blank=True)
    at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())


class Token(AgencyOwned):
    """Tokens given at once; fewer than none takes back. For a target, or for what the words say. Permanent.

    What a client has is the sum of these rows less what exchanges cost. It is kept nowhere else, so that the order in
    which devices hand in changes nothing.
    """

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    count = models.IntegerField()
    target = key("plans.Target", null=True)
    words = models.TextField(default="", blank=True)
    at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())


class Exchange(AgencyOwned):
    """A reinforcer taken for tokens. Never refused for want of tokens: those given elsewhere may arrive later."""

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    reinforcer = key("plans.Reinforcer")
    cost = models.IntegerField(help_text="tokens, as it was agreed then")
    at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())
