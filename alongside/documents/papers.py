"""Signatures of a version as they stand on paper: who, as what, when, which version, which fingerprint."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from alongside.documents.lookups import Signed
from alongside.foundation.messages import say
from alongside.foundation.templatetags.kit_times import zone_name
from alongside.foundation.templatetags.kit_words import fingerprint
from alongside.foundation.webkit import times
from alongside.printing import paper as blocks
from alongside.printing.paper import Block


def signatures(signed: Iterable[Signed], *, number: int, zone: str) -> Iterator[Block]:
    """A block for each signature of version `number`."""
    for one in signed:
        version = say("foundation.signature.version", number=number)
        print_ = say("foundation.signature.fingerprint", print=fingerprint(one.digest))
        yield blocks.signature(one.name, one.credential, (moment(one.device_at or one.at, zone), version, print_))


def moment(at: datetime, zone: str) -> str:
    """Day, time and zone, as a signature says them."""
    values = {"day": times.day(at, zone, form="plain"), "time": times.clock(at, zone)}
    return say("foundation.signature.at", **values, zone=zone_name(at, zone))
