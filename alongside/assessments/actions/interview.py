"""Asking somebody who knows the client: the function interview."""

from alongside.assessments.interviewing import ASKED, interview_form
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.instruments import actions as instruments
from alongside.instruments.models import Answering
from alongside.people.models import Client


@action("assessments.interview", on="people.Client", makes=True)
def interview(*, by: Actor, on: Client, respondent: str, answered_by: str = "") -> Answering:
    """Begin the function interview with a parent, caregiver, teacher or colleague, today. Raises Unacceptable."""
    if respondent not in ASKED:
        raise Unacceptable(Fault("assessments.fault.choice", "respondent"))
    return instruments.begin(
        by=by, on=on, respondent=respondent, answered_by=answered_by, taken_on=today(by.zone), edition=interview_form()
    )
