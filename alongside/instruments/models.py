"""What somebody answered, what it is worth, what it opened, and when it is asked again."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

STATES = ("draft", "signed", "taken", "void")
COUNTS = ("signed", "taken")  # what stands in a trend, and for what was asked
RESPONDENTS = ("self", "parent", "caregiver", "teacher", "staff", "clinician", "other")
OCCASIONS = ("every", "intake", "review", "discharge")


class Answering(AgencyOwned):
    """One form answered by somebody about one client: a document. Without an edition only results are entered.

    Where it stands is a fact of its versions, kept here for lists.
    """

    document = key("documents.Document")
    client = key("people.Client")
    edition = key("documents.Edition", null=True)
    form = models.TextField(help_text="its key: of an instrument, or of a form")
    instrument = models.TextField(
        default="", blank=True, help_text="key in reference/instruments/; empty: another form"
    )
    title = models.TextField(help_text="of the form, as it was begun")
    respondent = models.TextField(choices=[(r, r) for r in RESPONDENTS])
    answered_by = models.TextField(
        default="", blank=True, help_text="who answered, in words, where it is not the client"
    )
    taken_on = models.DateField()
    session = key("sessions.Session", null=True)
    taken_from = models.TextField(default="", blank=True, help_text="where it was kept before it came here")
    made_by = key("workforce.Staff")
    state = models.TextField(default="draft", choices=[(s, s) for s in STATES])
    state_at = models.DateTimeField(db_default=Now())
    made_at = models.DateTimeField(db_default=Now())


class Score(AgencyOwned):
    """What one scale came to in one signed version. `total` is empty where too much was left out. Permanent.

    `firm` is false where items were filled by a mean: for a trend, not for a band. `entered`: by hand, without items.
    """

    answering = key("instruments.Answering")
    version = key("documents.Version")
    client = key("people.Client")
    instrument = models.TextField(help_text="key in reference/instruments/, or of the form")
    edition = models.TextField(help_text="of the instrument, or the number of the form's")
    scale = models.TextField()
    number = models.IntegerField(help_text="in the order of the instrument's scales")
    name = models.TextField()
    code = models.TextField(default="", blank=True, help_text="LOINC, where there is one")
    total = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    band = models.TextField(default="", blank=True)
    positive = models.BooleanField(null=True)
    firm = models.BooleanField(default=True)
    entered = models.BooleanField(default=False)
    left_out = models.JSONField(default=list, help_text="link ids nobody answered")
    filled = models.JSONField(default=list, help_text="of those, the ones that were counted all the same")
    respondent = models.TextField()
    taken_on = models.DateField()
    at = models.DateTimeField(db_default=Now())


class Answer(AgencyOwned):
    """One answer of a signed version by the link id of its question. Permanent."""

    answering = key("instruments.Answering")
    version = key("documents.Version")
    client = key("people.Client")
    link = models.TextField()
    number = models.IntegerField(help_text="which of several, in the order of the form")
    value = models.JSONField(help_text="one value[x] of FHIR")
    worth = models.DecimalField(max_digits=14, decimal_places=4, null=True)


class Alarm(AgencyOwned):
    """A signed answer that opens a path (reference/instrument_paths.toml), such as suicide. Permanent."""

    answering = key("instruments.Answering")
    version = key("documents.Version")
    client = key("people.Client")
    staff = key("workforce.Staff")
    path = models.TextField()
    grave = models.BooleanField(help_text="not to be left alone now")
    because = models.JSONField(help_text="link ids of the answers")
    at = models.DateTimeField(db_default=Now())


class AlarmAnswer(AgencyOwned):
    """Somebody who answers for the client says what was done. One an alarm. Permanent."""

    alarm = key("instruments.Alarm")
    client = key("people.Client")
    staff = key("workforce.Staff")
    words = models.TextField()
    at = models.DateTimeField(db_default=Now())


class Elsewhere(AgencyOwned):
    """A FHIR QuestionnaireResponse that was made elsewhere, byte for byte: one answering, one file. Permanent.

    Whoever took it in answers for that alone; nobody here signed it.
    """

    answering = key("instruments.Answering")
    client = key("people.Client")
    body = models.BinaryField()
    sha256 = models.TextField(help_text="hex, of the body")
    file_name = models.TextField(default="", blank=True)
    author = models.TextField(default="", blank=True, help_text="as the file says, like all that follow")
    source = models.TextField(default="", blank=True, help_text="who answered")
    subject = models.TextField(default="", blank=True)
    authored = models.TextField(help_text="a moment or a day")
    told = models.JSONField(help_text="[code, values]: what was told before it was taken in")
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())


class Voided(AgencyOwned):
    """It does not count: answered about the wrong client, or not as the instrument asks. Permanent."""

    answering = key("instruments.Answering")
    client = key("people.Client")
    staff = key("workforce.Staff")
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())


class Asking(AgencyOwned):
    """A form that a client is to be asked again and again, or when something begins or ends; until a day."""

    client = key("people.Client")
    form = models.TextField(help_text="key of an instrument or a form")
    title = models.TextField()
    respondent = models.TextField(choices=[(r, r) for r in RESPONDENTS])
    occasion = models.TextField(choices=[(o, o) for o in OCCASIONS])
    every_days = models.IntegerField(null=True)
    staff = key("workforce.Staff", null=True)
    of_set = models.TextField(default="", blank=True, help_text="key in reference/instrument_sets.toml")
    began_on = models.DateField()
    ended_on = models.DateField(null=True)
    made_by = key("workforce.Staff")
    made_at = models.DateTimeField(db_default=Now())


class PathWording(AgencyOwned):
    """What must follow in this agency's own words when an answer opens a path, from a day on. Permanent.

    Used when somebody else has agreed (`PathApproval`). A list that is empty leaves the product's own steps.
    """

    path = models.TextField(help_text="key in reference/instrument_paths.toml")
    number = models.IntegerField()
    must = models.JSONField(help_text="steps, in order, before anybody leaves")
    grave_must = models.JSONField(help_text="the same where somebody is not left alone")
    numbers = models.JSONField(help_text="[name, number] of who is called")
    begins_on = models.DateField()
    reason = models.TextField(default="", blank=True)
    staff = key("workforce.Staff")
    name = models.TextField(help_text="as it was then")
    at = models.DateTimeField(db_default=Now())


class PathApproval(AgencyOwned):
    """Somebody else, licensed or of quality, agrees to a wording. One a wording. Permanent."""

    wording = key("instruments.PathWording")
    staff = key("workforce.Staff")
    name = models.TextField(help_text="as it was then")
    credential = models.TextField(default="", blank=True)
    at = models.DateTimeField(db_default=Now())
