"""Techniques of the library that a client uses, and how it went."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Chosen(AgencyOwned):
    """A technique that a client is taught, from a day until it is put back."""

    client = key("people.Client")
    technique = models.TextField(help_text="family/key in reference/techniques")
    words = models.TextField(default="", blank=True, help_text="what it is for with this client")
    program = key("skills.SkillProgram", null=True)
    added_by = key("workforce.Staff")
    began_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    ended_by = key("workforce.Staff", null=True)


class TechniqueUse(AgencyOwned):
    """A technique used in a session, and how it went, by whoever was there. Permanent.

    `felt`: what the client said or pointed at (reference/techniques/words.toml); nothing where nobody asked.
    """

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    technique = models.TextField(help_text="family/key in reference/techniques")
    felt = models.TextField(default="", blank=True)
    felt_words = models.TextField(default="", blank=True, help_text="the client's own words")
    went = models.TextField(help_text="how it went, as the member of staff saw it")
    words = models.TextField(default="", blank=True)
    at = models.DateTimeField()
    received_at = models.DateTimeField(db_default=Now())
