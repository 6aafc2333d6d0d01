"""Staff: what they are to the agency, since when, and who supervises whom."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Staff(AgencyOwned):
    """A person who works for the agency."""

    party = key("parties.Party")
    credential = models.TextField(default="", help_text="as printed after the name: LPC, BCBA, TSS")
    began_on = models.DateField()
    ended_on = models.DateField(null=True)
    made_at = models.DateTimeField(db_default=Now())


class Role(AgencyOwned):
    """A role of reference/roles.toml held by somebody, from a day to a day."""

    staff = key("workforce.Staff")
    role = models.TextField()
    began_on = models.DateField()
    ended_on = models.DateField(null=True)


class Supervision(AgencyOwned):
    """Who supervises whom, dated."""

    supervisor = key("workforce.Staff")
    supervisee = key("workforce.Staff")
    began_on = models.DateField()
    ended_on = models.DateField(null=True)


class Cover(AgencyOwned):
    """Somebody stands in for an absent supervisor, from a day to a day (both included)."""

    absent = key("workforce.Staff")
    stand_in = key("workforce.Staff")
    began_on = models.DateField()
    ends_on = models.DateField(help_text="the last day, included")


class Seat(AgencyOwned):
    """An account's place in an agency. The account sees its own seats before an agency is chosen."""

    account = models.ForeignKey("accounts.Account", on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    staff = key("workforce.Staff")
    ended_at = models.DateTimeField(null=True)
