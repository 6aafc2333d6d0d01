"""Filling in a form as somebody would who has nothing bad in mind, so that one bad field is what is refused."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.walk.browsing import route_of
from tests.walk.parsing import Control, Form

WORDS = "Plain words, long enough for every rule about reasons."
BY_NAME = {
    "phone": "+1 555 010 2000", "email": "mara@example.test", "identifier": "C-900", "given": "Mara",
    "family": "Quist", "begins": "09:00", "ends": "09:30", "credential": "RBT", "service_code": "H2019",
    "diagnosis": "F84.0", "number": "C-2", "last_day": "2030-01-01", "hours": "2", "ended": "", "died": "",
    "born": "2012-02-03", "baseline_from": "2026-02-01", "baseline_to": "2026-02-10", "due_on": "2030-01-01",
    "review_on": "2030-01-01", "preferred": "Mara", "pronouns": "she / her", "clock": "", "intensity": "1",
    "seconds": "9", "amount": "3", "overlap_reason": WORDS, "screen_name": "Words", "at": "", "party": "",
    "ends_on": "2030-01-05", "ranked": "Trains\nMusic", "every": "", "value": "+1 555 010 2000",
    "names": "Trains\nMusic", "control": "Trains", "back_at": "",
}  # fmt: skip
BY_ROUTE = {
    ("clients/<uuid:client_id>/visits/new/", "day"): 40,
    ("clients/<uuid:client_id>/visits/<uuid:visit_id>/move/", "day"): 41,
    ("clients/<uuid:client>/phases/of/<uuid:target>/", "day"): 0, ("clients/<uuid:client>/changes/", "day"): 0,
    ("clients/<uuid:client>/releases/", "ended_on"): 30, ("clients/<uuid:client>/reports/new/", "last_day"): 0,
    ("objectives/<uuid:id>/decisions/", "look_again_on"): 30,
    ("plans/versions/<uuid:version>/signatures/", "try_on"): 30,
    ("plans/versions/<uuid:version>/reviews/", "next_on"): 30,
}  # fmt: skip
"""Days from today."""
HERE = {
    ("analyses/<uuid:id>/", "value"): "3",
    ("sessions/<uuid:session>/fidelity/", "kind"): "caregiver",
    ("analyses/<uuid:id>/", "other"): "Music",
    ("plans/versions/<uuid:version>/sections/restriction/", "minutes"): "",
    ("clients/<uuid:client>/consents/new/", "what"): "release",
    ("clients/<uuid:client>/consents/new/", "reader"): "school",
}
"""What one form asks under a name that asks something else elsewhere, or stands already as it cannot be sent."""
TICKED = {"papers", "targets", "objectives", "agreed", "read"}
"""Boxes of which at least one is needed."""
CALLED = {"settings/on-call/new/", "settings/on-call/<uuid:id>/"}
"""Where a number is one that can be called."""
ASK_WHY = {"clients/<uuid:client_id>/sessions/new/", "visits/<uuid:id>/"}
"""Their page asks why two visits overlap once they do."""


def filled(form: Form) -> dict[str, list[str]]:
    """What is sent: the page's own values, and something good in every empty field."""
    sent = form.sent()
    if route_of(form.action) in ASK_WHY:
        sent["overlap_reason"] = [WORDS]
    for name, control in form.controls.items():
        if (route_of(form.action), name) in HERE:
            sent[name] = [HERE[route_of(form.action), name]]
        elif not any(sent.get(name, ())) and (value := _good(form, name, control)):
            sent[name] = [value]
    return sent


def _good(form: Form, name: str, control: Control) -> str:
    if control.kind in ("radio", "select"):
        return next((value for value in control.offered if value), "") if _needed(control, name) else ""
    if control.kind == "checkbox" and name in TICKED:
        return next(iter(control.offered), "on")
    if control.kind in ("checkbox", "select-multiple", "hidden"):
        return ""
    if (route_of(form.action), name) in BY_ROUTE:
        return _day(BY_ROUTE[route_of(form.action), name])
    if name == "number" and route_of(form.action) in CALLED:
        return BY_NAME["phone"]
    if name in BY_NAME:
        return BY_NAME[name]
    if control.kind == "date":
        return _day(0)
    if control.attrs.get("inputmode") == "decimal":
        return "1"
    return {"number": "1", "time": "09:00"}.get(control.kind, _words(name, control))


def _needed(control: Control, name: str) -> bool:
    return control.kind == "radio" or "required" in control.attrs or name in ("reason", "staff")


def _words(name: str, control: Control) -> str:
    if name.endswith("-text") and name.startswith("objective"):
        return WORDS
    return WORDS[: int(control.attrs.get("maxlength") or 200)]


def _day(ahead: int) -> str:
    return str((datetime.now(UTC).astimezone(ZoneInfo("America/New_York")) + timedelta(days=ahead)).date())


ODD = {
    "diagnosis": "codes", "phone": "a number", "value": "a number or an address, by the kind that is chosen",
    "ranked": "at least two lines", "names": "at least two lines", "control": "one of the names",
    "seconds": "whole numbers", "weeks": "whole numbers", "service_code": "a code", "number": "looked up, not kept",
    "identifier": "a code of at most 40 letters", "numbers": "a name, a comma and a number to call, line by line",
}  # fmt: skip
"""Text fields with a form of their own, which the rules of their apps test."""
GAPS = "library/own/"
"""Where a name in braces is a gap, and one that nothing fills is refused: plans/tests/test_own_template_pages.py."""
CARD, CARD_LINE = "/card/", 140
"""Where every line has to fit on a card."""


def typed_into(form: Form, strings: list[str], at: int) -> dict[str, str]:
    """Each text field of the form with one of the strings, from the one at `at` on."""
    route = route_of(form.action)
    fit = [text for text in strings if "{" not in text] if route.startswith(GAPS) else strings
    return {
        name: _within(CARD_LINE if route.endswith(CARD) else 200, control, fit[(at + n * 3) % len(fit)])
        for n, (name, control) in enumerate(sorted(form.controls.items()))
        if control.kind in ("text", "textarea") and not _odd(name, control)
    }


def _odd(name: str, control: Control) -> bool:
    odd = name in ODD or name.endswith("email") or name.startswith("options-")  # the same options in another order
    return odd or control.attrs.get("inputmode") == "decimal"


def _within(most: int, control: Control, text: str) -> str:
    """Inside a plain sentence, so that rules on reasons are met, and not longer than the field and its lines."""
    most = min(most, int(control.attrs.get("maxlength") or 200))
    return text[:most].rstrip() if len(text) + 30 > most else f"Words and {text} and words"
