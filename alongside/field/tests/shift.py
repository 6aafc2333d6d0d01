"""A shift of Rosa's on a device of her own, for the tests of handing in."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.field.device import Device, now, written


def began():
    return now() - timedelta(hours=1)


@dataclass
class Shift:
    """`browser` belongs to nobody: what is handed in needs no session."""

    cast: Any
    device: Device
    browser: Any
    target: Any
    who: str = "rosa"

    def start(self, **given):
        details = {"programme": str(self.cast.programme.pk), "zone": "America/New_York", "began_at": written(began())}
        details |= given.pop("details", {})
        client = given.pop("client", self.cast.theo.pk)
        return self.device.operation(self.who, "sessions.start/1", client, details, **given)

    def seen(self, session, **given):
        details = {"target": str(self.target), "details": {"count": 1}, "happened_at": written(now())}
        details |= given.pop("details", {})
        return self.device.operation(self.who, "behaviour.record/1", session["id"], details, **given)

    def end(self, session, **given):
        details = {"ended_at": written(now())}
        return self.device.operation(self.who, "sessions.end/1", session["id"], details, **given)

    def seal(self, *operations):
        return [self.device.seal(self.who, one) for one in operations]

    def give(self, *operations):
        """Seal and hand in; the server's answer."""
        return self.device.hand_in(self.browser, *self.seal(*operations))
