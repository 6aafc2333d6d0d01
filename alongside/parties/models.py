"""One row per human being whom an agency knows, whatever they are to it."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key
from alongside.parties.names import called_by


class Party(AgencyOwned):
    """A person. Shown by the preferred name; the legal name stands where the law wants it."""

    legal_given = models.TextField()
    legal_family = models.TextField(default="", blank=True)
    preferred_name = models.TextField(default="", blank=True)
    pronouns = models.TextField(default="", blank=True)
    birth_date = models.DateField(null=True)
    language = models.TextField(default="en", help_text="BCP 47 tag of the language to speak in")
    interpreter = models.BooleanField(default=False)
    died_on = models.DateField(null=True)
    searched = models.BooleanField(default=False, help_text="found by search: clients")
    made_at = models.DateTimeField(db_default=Now())

    @property
    def name(self) -> str:
        """The name to show: preferred, with the family name when it holds none."""
        given = self.preferred_name or self.legal_given
        return given if " " in given or not self.legal_family else f"{given} {self.legal_family}"

    @property
    def given(self) -> str:
        """The name to call somebody by."""
        return called_by(self.preferred_name or self.legal_given)


class FormerName(AgencyOwned):
    """A name somebody had. Found by search; shown only where it is asked for; sealed ones never."""

    party = key("parties.Party")
    given = models.TextField()
    family = models.TextField(default="", blank=True)
    until = models.DateField(null=True)
    sealed = models.BooleanField(default=False)


class ContactPoint(AgencyOwned):
    """A way to reach somebody, and whether it is safe to use."""

    party = key("parties.Party")
    kind = models.TextField(choices=[(k, k) for k in ("phone", "email", "address")])
    value = models.TextField()
    safe = models.BooleanField(default=True, help_text="may be used without endangering anybody")
    ended_on = models.DateField(null=True)


class Token(AgencyOwned):
    """What search compares: a folded word of a name, or how it sounds. Derived; `alongside rebuild tokens`."""

    party = key("parties.Party")
    kind = models.TextField(choices=[(k, k) for k in ("name", "sound", "born")])
    token = models.TextField(db_collation="C")
