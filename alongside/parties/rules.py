"""What is true of a person's name, dates and ways to be reached."""

import re
from datetime import date, timedelta

from alongside.foundation.errors import Fault

OLDEST = 130 * 366  # days: nobody known lived longer
WAYS = ("phone", "email", "address")

_PHONE = re.compile(r"\+?[\d ().-]{7,25}(?: ?(?:x|ext\.?) ?\d{1,6})?", re.ASCII | re.IGNORECASE)
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,63}")


def person_faults(*, given: str, born: date | None, died: date | None, today: date) -> list[Fault]:
    """What cannot be true of a person: no name, a birth to come, a life too long, a death before birth."""
    faults = []
    if not given:
        faults.append(Fault("parties.fault.no_name", "given"))
    if born and born > today:
        faults.append(Fault("parties.fault.not_born", "born"))
    elif born and born < today - timedelta(days=OLDEST):
        faults.append(Fault("parties.fault.too_old", "born"))
    if died and (died > today or (born and died < born)):
        faults.append(Fault("parties.fault.died", "died"))
    return faults


def way_faults(*, kind: str, value: str) -> list[Fault]:
    """What is wrong with a phone number, an e-mail address or a postal address."""
    if kind not in WAYS:
        return [Fault("parties.fault.kind", "kind")]
    if not value:
        return [Fault("parties.fault.no_value", "value")]
    if kind == "phone" and not (_PHONE.fullmatch(value) and 7 <= sum(map(str.isdigit, value)) <= 21):
        return [Fault("parties.fault.phone", "value")]
    if kind == "email" and not (len(value) <= 254 and ".." not in value and _MAIL.fullmatch(value)):
        return [Fault("parties.fault.email", "value")]
    return []
