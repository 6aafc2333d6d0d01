"""What a client is to be asked, when, and by whom."""

from datetime import date
from uuid import UUID

from alongside.foundation import reference, revisions
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.instruments.editions import begun, years
from alongside.instruments.models import OCCASIONS, RESPONDENTS, Asking
from alongside.people.models import Client

LONGEST = 730


@action("instruments.ask", on="people.Client", makes=True)
def ask(
    *, by: Actor, on: Client, form: str, respondent: str, occasion: str, every_days: int | None = None,
    staff: UUID | None = None, began_on: date | None = None, of_set: str = "",
) -> Asking:  # fmt: skip
    """Have a form asked: every so many days from a day on, or at the intake, before reviews, at the discharge.

    `staff`: who does it; nobody in particular where it is left out. Raises Unacceptable.
    """
    wanted = begun(form)
    known = not wanted.respondents or respondent in wanted.respondents
    wrong = [Fault("instruments.fault.respondent", "respondent")] * (respondent not in RESPONDENTS or not known)
    wrong += [Fault("instruments.fault.occasion", "occasion")] * (occasion not in OCCASIONS)
    wrong += [Fault("instruments.fault.days", "every_days", {"most": LONGEST})] * (
        occasion == "every" and not 1 <= (every_days or 0) <= LONGEST
    )
    going = Asking.objects.filter(client=on, form=wanted.form, respondent=respondent, occasion=occasion, ended_on=None)
    wrong += [Fault("instruments.fault.asked", "form")] * going.exists()
    if wrong:
        raise Unacceptable(wrong)
    if staff is not None:
        find("workforce.Staff", staff)
    return Asking.objects.create(
        client=on, form=wanted.form, title=wanted.title, respondent=respondent, occasion=occasion, staff_id=staff,
        every_days=every_days if occasion == "every" else None, of_set=of_set, began_on=began_on or today(by.zone),
        made_by_id=by.staff_id,
    )  # fmt: skip


@action("instruments.ask_set", on="people.Client", fetch=("party",))
def ask_set(*, by: Actor, on: Client, key: str, staff: UUID | None = None) -> int:
    """Take over a set for this client: all of it that fits the age and is not asked already. How many were added.

    Raises Unacceptable (set).
    """
    chosen = next((one for one in reference.load("instrument_sets")["set"] if one["key"] == key), None)
    if chosen is None:
        raise Unacceptable(Fault("foundation.field.choice", "set"))
    age, added = years(on.party.birth_date, today(by.zone)), 0
    for one in chosen["form"]:
        try:
            if age is None or age >= one.get("from_age", 0):
                ask(
                    by=by, on=on, form=one["form"], respondent=one["respondent"], occasion=one["occasion"],
                    every_days=one.get("days"), staff=staff, of_set=key,
                )  # fmt: skip
                added += 1
        except Unacceptable as there:
            if {fault.code for fault in there.faults} != {"instruments.fault.asked"}:
                raise
    return added


@action("instruments.stop", on="instruments.Asking", locks=True)
def stop(*, by: Actor, on: Asking, reason: str = "") -> None:
    """It is not asked any more from today on. Raises Unacceptable where it ended already."""
    if on.ended_on is not None:
        raise Unacceptable(Fault("instruments.fault.stopped"))
    revisions.change(on, by=by, reason=reason, ended_on=max(today(by.zone), on.began_on))
