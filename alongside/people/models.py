"""Clients and the people around them: contacts, households, the care team."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

RIGHTS = ("consent", "portal", "pick_up", "be_told", "safe_contact")


class Client(AgencyOwned):
    """A person whom the agency serves. The quilt block is theirs for good."""

    party = key("parties.Party")
    identifier = models.TextField(help_text="the agency's own number for this client")
    # Given with the first place on a care team at the latest, then never changed: the database refuses.
    quilt_pattern = models.IntegerField(help_text="1 to 9")
    quilt_hue = models.IntegerField(help_text="1 to 6")
    strengths = models.TextField(default="", blank=True)
    matters = models.TextField(default="", blank=True, help_text="what matters to them")
    own_words = models.TextField(default="", blank=True, help_text="said by the client, in their words")
    culture = models.TextField(default="", blank=True)
    diagnosis = models.TextField(default="", blank=True, help_text="ICD-10-CM codes, first is primary")
    admitted_on = models.DateField()
    discharged_on = models.DateField(null=True)
    made_at = models.DateTimeField(db_default=Now())


class Alert(AgencyOwned):
    """Something everybody beside this client must know before they begin."""

    client = key("people.Client")
    kind = models.TextField(help_text="one of rules.ALERT_KINDS")
    icon = models.TextField(default="warn", help_text="name in web/icons.svg")
    text = models.TextField()
    began_on = models.DateField()
    ended_on = models.DateField(null=True)


class Household(AgencyOwned):
    """A home. A client may live in several."""

    name = models.TextField()
    address = models.TextField(default="", blank=True)
    confidential = models.BooleanField(default=False, help_text="a shelter, or a home that somebody must not find")


class Residence(AgencyOwned):
    """A client lives in a household, from a day to a day."""

    client = key("people.Client")
    household = key("people.Household")
    share = models.TextField(default="", blank=True, help_text="for example: weekdays")
    began_on = models.DateField()
    ended_on = models.DateField(null=True)


class Contact(AgencyOwned):
    """Somebody in a client's life, and what they are to the client in law, dated."""

    client = key("people.Client")
    party = key("parties.Party")
    relation = models.TextField(help_text="mother, uncle, teacher")
    legal_relation = models.TextField(default="", blank=True, help_text="parent, guardian, caseworker")
    household = key("people.Household", null=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True)


class ContactRight(AgencyOwned):
    """One right of one contact, granted or denied, and the order or agreement behind it, dated."""

    contact = key("people.Contact")
    right = models.TextField(choices=[(r, r) for r in RIGHTS])
    granted = models.BooleanField()
    order = models.TextField(default="", blank=True, help_text="court order, agreement or form, with its date")
    began_on = models.DateField()
    ended_on = models.DateField(null=True)


class Enrolment(AgencyOwned):
    """A client is in a programme, from a day to a day."""

    client = key("people.Client")
    programme = key("agencies.Programme")
    began_on = models.DateField()
    ended_on = models.DateField(null=True)


class TeamPlace(AgencyOwned):
    """A member of staff is on a client's care team, from a day to a day."""

    client = key("people.Client")
    staff = key("workforce.Staff")
    part = models.TextField(default="tss", help_text="tss, lead, supervisor, nurse")
    began_on = models.DateField()
    ended_on = models.DateField(null=True)


class Glass(AgencyOwned):
    """Break-glass: a client's record opened by somebody not on the team, with a reason, for some hours."""

    client = key("people.Client")
    staff = key("workforce.Staff")
    reason = models.TextField()
    broken_at = models.DateTimeField(db_default=Now())
    until = models.DateTimeField()


class GlassReview(AgencyOwned):
    """Somebody else looked at a break-glass and said whether it was right. Permanent."""

    glass = key("people.Glass")
    staff = key("workforce.Staff")
    justified = models.BooleanField()
    remark = models.TextField(default="", blank=True)
    at = models.DateTimeField(db_default=Now())


class Disposal(AgencyOwned):
    """A record is to be disposed of, since its time is over. Ids and dates, never content: it outlives the record.

    Its number is the certificate's. Permanent.
    """

    client_id = models.UUIDField(help_text="the record; no key, for it goes")
    number = models.IntegerField()
    identifier = models.TextField(help_text="the agency's own number for this client")
    admitted_on = models.DateField()
    discharged_on = models.DateField()
    kept_until = models.DateField(help_text="the first day on which it need not be kept")
    rule = models.TextField(help_text="what decided that day, with its source")
    edition = models.TextField(help_text="of reference/retention.toml, or the agency's own")
    staff = key("workforce.Staff")
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())


class DisposalDecision(AgencyOwned):
    """Somebody else confirmed a disposal; or somebody withdrew it, with the reason. Permanent."""

    disposal = key("people.Disposal")
    staff = key("workforce.Staff")
    confirmed = models.BooleanField()
    reason = models.TextField(default="", blank=True)
    at = models.DateTimeField(db_default=Now())


class Disposed(AgencyOwned):
    """A confirmed disposal was carried out: how many rows of what, and the proof of what was signed. Permanent."""

    disposal = key("people.Disposal")
    counts = models.JSONField(help_text="table -> how many rows went")
    proof = models.JSONField(help_text="of each signed version: its document, number and digest")
    at = models.DateTimeField(db_default=Now())
