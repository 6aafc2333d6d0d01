"""What everybody beside a client must know before they begin."""

from datetime import date

from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people import rules
from alongside.people.models import Alert, Client


@action("people.raise_alert", on="people.Client", makes=True)
def raise_alert(
    *, by: Actor, on: Client, kind: str, text: str, icon: str = "warn", began_on: date | None = None,
    ended_on: date | None = None,
) -> Alert:  # fmt: skip
    """An alert in the banner, from a day on. All kinds but "warn" are grave. Raises Unacceptable by field."""
    text, began = checked(text=text, most=120)["text"], began_on or today(by.zone)
    faults = rules.alert_faults(kind=kind, icon=icon, text=text) + rules.span_faults(began=began, ended=ended_on)
    if faults:
        raise Unacceptable(faults)
    return Alert.objects.create(client=on, kind=kind, icon=icon, text=text, began_on=began, ended_on=ended_on)


@action("people.end_alert", on="people.Alert", locks=True)
def end_alert(*, by: Actor, on: Alert, reason: str = "") -> bool:
    """An alert is over from today on."""
    return revisions.change(on, by=by, reason=reason, ended_on=max(on.began_on, today(by.zone)))
