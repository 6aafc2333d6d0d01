"""What was found: the draft to go on with, and a summary to be printed."""

from dataclasses import dataclass
from datetime import date

import alongside.intake.policy  # noqa: F401  (the rules of these verbs)
from alongside.documents.lookups import AtWork
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.intake.found import SummaryShown, at_work_of, shown
from alongside.intake.models import Intake, Summary
from alongside.people.banner import Banner, banner


@dataclass(frozen=True)
class Printed:
    """A summary with whose it is and when the intake began, to be printed."""

    banner: Banner
    began_on: date
    summary: SummaryShown


@query("intake.draft", on="intake.Intake")
def draft(*, by: Actor, on: Intake) -> AtWork | None:
    """What is at work and not signed yet; None where nothing is."""
    return at_work_of(on)


@query("intake.print", on="intake.Summary", fetch=("intake",))
def on_paper(*, by: Actor, on: Summary) -> Printed:
    """One summary to be printed: asked and written down by itself, for paper leaves the house."""
    [summary] = shown([on])
    return Printed(banner(on.client_id), on.intake.began_on, summary)
