"""The forms of booking, moving and calling off."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms

from alongside.foundation import reference
from alongside.foundation.moments import FIRST, SECOND, moment
from alongside.foundation.webkit.fields import Choice, Clock, Day, LongText, Text, said
from alongside.schedule.queries import Offer

WHICH = [(FIRST, said("schedule.form.first")), (SECOND, said("schedule.form.second"))]


class Booking(forms.Form):
    """A day and two local times in the zone of the place. `which` is asked only where clocks repeat an hour."""

    staff = Choice(label=said("schedule.form.staff"))
    programme = Choice(label=said("schedule.form.programme"))
    site = Choice(label=said("schedule.form.site"))
    place = Text(required=False, label=said("schedule.form.place"), help_text=said("schedule.form.place_hint"))
    day = Day(label=said("schedule.form.day"))
    begins = Clock(label=said("schedule.form.begins"))
    ends = Clock(label=said("schedule.form.ends"))
    next_day = forms.BooleanField(required=False, label=said("schedule.form.next_day"))
    which = Choice([("", said("schedule.form.once")), *WHICH], required=False, label=said("schedule.form.which"))
    overlap_reason = Text(
        required=False, label=said("schedule.form.overlap"), help_text=said("schedule.form.overlap_hint")
    )

    def __init__(self, *args: Any, offer: Offer, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.offer = offer
        self.fields["staff"].choices = [(str(id), name) for id, name in offer.staff]  # type: ignore[attr-defined]
        self.fields["programme"].choices = [(str(id), name) for id, name in offer.programmes]  # type: ignore[attr-defined]
        self.fields["site"].choices = [(str(id), name) for id, name, _ in offer.sites]  # type: ignore[attr-defined]

    @property
    def zone(self) -> str:
        chosen = self.cleaned_data["site"]
        return next(zone for id, _, zone in self.offer.sites if str(id) == chosen)

    def wanted(self) -> dict[str, Any]:
        """What schedule.book takes. Raises Unacceptable for a local time that does not exist, or exists twice."""
        kept = self.cleaned_data
        begins, ends = span(kept, self.zone)
        return {
            "staff_id": UUID(kept["staff"]), "programme_id": UUID(kept["programme"]), "site_id": UUID(kept["site"]),
            "place": kept["place"], "zone": self.zone, "begins_at": begins, "ends_at": ends,
            "overlap_reason": kept["overlap_reason"],
        }  # fmt: skip


class Moving(forms.Form):
    """Another time, or another member of staff."""

    staff = Choice(label=said("schedule.form.staff"))
    day = Day(label=said("schedule.form.day"))
    begins = Clock(label=said("schedule.form.begins"))
    ends = Clock(label=said("schedule.form.ends"))
    next_day = forms.BooleanField(required=False, label=said("schedule.form.next_day"))
    which = Choice([("", said("schedule.form.once")), *WHICH], required=False, label=said("schedule.form.which"))
    overlap_reason = Text(
        required=False, label=said("schedule.form.overlap"), help_text=said("schedule.form.overlap_hint")
    )
    reason = Text(required=False, label=said("schedule.form.move_reason"))

    def __init__(self, *args: Any, offer: Offer, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["staff"].choices = [(str(id), name) for id, name in offer.staff]  # type: ignore[attr-defined]

    def wanted(self, zone: str) -> dict[str, Any]:
        kept = self.cleaned_data
        begins, ends = span(kept, zone)
        return {
            "staff_id": UUID(kept["staff"]), "begins_at": begins, "ends_at": ends, "reason": kept["reason"],
            "overlap_reason": kept["overlap_reason"],
        }  # fmt: skip


class CallingOff(forms.Form):
    """Which kind, why, and a remark."""

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        kinds = reference.load("visits")["calloff"]
        reasons = list(dict.fromkeys(reason for of in kinds.values() for reason in of))
        kind = said("schedule.form.kind")
        named = [(one, said(f"schedule.kind.{one.replace('-', '_')}")) for one in kinds]
        self.fields["kind"] = Choice(named, label=kind, widget=forms.RadioSelect)
        self.fields["reason"] = Choice(
            [(one, said(f"schedule.reason.{one}")) for one in reasons],
            empty="schedule.form.choose",
            label=said("schedule.form.reason"),
        )
        self.fields["remark"] = LongText(required=False, most=500, label=said("schedule.form.remark"))


def span(kept: dict[str, Any], zone: str) -> tuple[datetime, datetime]:
    """The two moments of a day with local times. Over midnight where the box is ticked."""
    last: date = kept["day"] + timedelta(days=1) if kept["next_day"] else kept["day"]
    begins = moment(kept["day"], kept["begins"], zone, field="begins", which=kept["which"])
    return begins, moment(last, kept["ends"], zone, field="ends", which=kept["which"])
