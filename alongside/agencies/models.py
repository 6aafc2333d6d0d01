"""Whose records: agencies, their programmes, and the places where they work."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.ids import uuid7
from alongside.foundation.models import AgencyOwned, key

POPULATIONS = ("children", "adolescents", "adults", "elders")
SETTINGS = ("home", "school", "community", "outpatient", "residential", "day")


class Agency(models.Model):
    """Outside the wall: its name and zone must be known before the wall is chosen. Holds nothing of a client."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.TextField()
    is_demo = models.BooleanField(default=False)
    zone = models.TextField(help_text="IANA name, such as America/New_York")
    jurisdiction = models.TextField(default="US-PA", help_text="ISO 3166-2 code whose rules apply")
    made_at = models.DateTimeField(db_default=Now())


class Programme(AgencyOwned):
    """A service line: whom it is for, where it happens, who pays, and how its notes are written."""

    name = models.TextField()
    population = models.TextField(choices=[(p, p) for p in POPULATIONS])
    setting = models.TextField(choices=[(s, s) for s in SETTINGS])
    payer = models.TextField(default="agency", help_text="key in reference/payers.toml")
    note_format = models.TextField(default="BIRP", help_text="BIRP, DAP, SOAP or GIRP")
    service_code = models.TextField(default="", help_text="HCPCS level II, for example H2014")
    ended_on = models.DateField(null=True)


class Site(AgencyOwned):
    """A place with a zone: a school, a clinic, a residence, a home."""

    name = models.TextField()
    address = models.TextField(default="")
    zone = models.TextField()
    place_of_service = models.TextField(default="99", help_text="CMS place of service code")
    phone = models.TextField(default="")
    ended_on = models.DateField(null=True)


class OnCall(AgencyOwned):
    """A number that answers when the work is out there; for everybody, or for one site or program."""

    name = models.TextField()
    number = models.TextField()
    began_on = models.DateField()
    ended_on = models.DateField(null=True, help_text="the first day on which it no longer answers")
    site = key("agencies.Site", null=True)
    programme = key("agencies.Programme", null=True)
