"""What is true of programs and of the places where an agency works."""

import re
from collections.abc import Collection
from datetime import date

from alongside.foundation.errors import Fault

REASON = 10
NOTE_FORMATS = ("BIRP", "DAP", "SOAP", "GIRP")
_CODE = re.compile(r"[A-Z]\d{4}|\d{5}|\d{4}[A-Z]", re.ASCII)
_NUMBER = re.compile(r"\+?[\d ().-]{3,25}(?: ?(?:x|ext\.?) ?\d{1,6})?", re.ASCII | re.IGNORECASE)


def program_faults(
    *, name: str, population: str, setting: str, payer: str, note_format: str, service_code: str,
    populations: Collection[str], settings: Collection[str], payers: Collection[str],
) -> list[Fault]:  # fmt: skip
    """What is wrong with a program. A service code is HCPCS level II (H2014) or CPT (97153), or none yet."""
    faults = [] if name else [Fault("agencies.fault.no_name", "name")]
    offered = (
        ("population", population, populations),
        ("setting", setting, settings),
        ("payer", payer, payers),
        ("note_format", note_format, NOTE_FORMATS),
    )
    faults += [Fault("agencies.fault.offered", field) for field, value, among in offered if value not in among]
    if service_code and not _CODE.fullmatch(service_code):
        faults.append(Fault("agencies.fault.service_code", "service_code", {"typed": service_code}))
    return faults


def site_faults(*, name: str, zone_known: bool, zone: str, place: str, places: Collection[str]) -> list[Fault]:
    """What is wrong with a site: every time shown there depends on its zone."""
    faults = [] if name else [Fault("agencies.fault.no_name", "name")]
    if not zone_known:
        faults.append(Fault("agencies.fault.zone", "zone", {"typed": zone}))
    if place not in places:
        faults.append(Fault("agencies.fault.place", "place_of_service", {"typed": place}))
    return faults


def on_call_faults(*, name: str, number: str, began_on: date, ended_on: date | None) -> list[Fault]:
    """What is wrong with a number to call. Three digits are enough: 988 is a number."""
    faults = [] if name else [Fault("agencies.fault.no_name", "name")]
    if not (_NUMBER.fullmatch(number) and 3 <= sum(map(str.isdigit, number)) <= 21):
        faults.append(Fault("agencies.fault.number", "number", {"typed": number}))
    if ended_on and ended_on < began_on:
        faults.append(Fault("agencies.fault.ends_before", "ended_on"))
    return faults


def edition_faults(
    *, chosen: bool, known: bool, since: date, reason: str, begins: date | None, ends: date | None, today: date
) -> list[Fault]:
    """What is wrong with proposing an edition. `begins`, `ends`: the edition's own days."""
    faults = [] if chosen and known else [Fault("agencies.fault.edition", "edition")]
    if since < today:
        faults.append(Fault("agencies.fault.edition_past", "since"))
    elif (begins and since < begins) or (ends and since >= ends):
        faults.append(Fault("agencies.fault.edition_not_then", "since"))
    return faults + ([] if len(reason) >= REASON else [Fault("agencies.fault.edition_reason", "reason")])
