"""A signature made on a device without signal: the statement that was signed, and whether it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import rfc8785

from alongside.foundation.points import signed_by


@dataclass(frozen=True)
class OnDevice:
    """A device's signature with all that it is verified by. `statement` is plain JSON; `value` is `r || s`."""

    device: UUID
    enrolment: UUID
    statement: Mapping[str, Any]
    public_key: bytes
    value: bytes
    signed_at: datetime

    def stands_on(self, digest: str, meaning: str) -> bool:
        """Whether it was made by this key, over this digest with this meaning, at the moment that is said."""
        said = self.statement
        whole = (said.get("digest"), said.get("meaning"), said.get("signed_at"))
        mine = (said.get("device"), said.get("enrolment")) == (str(self.device), str(self.enrolment))
        return mine and whole == (digest, meaning, told(self.signed_at)) and self.is_signed()

    def is_signed(self) -> bool:
        return signed_by(self.public_key, self.value, rfc8785.dumps(dict(self.statement)))


def told(at: datetime) -> str:
    """A moment as the protocol writes it: UTC with milliseconds."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
