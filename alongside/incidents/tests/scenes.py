"""What the tests of this app begin with."""

from datetime import UTC, datetime, timedelta

from alongside.foundation.ids import uuid7
from alongside.incidents import actions as incidents


def ago(minutes):
    return datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=minutes)


def begun(cast, by=None, minutes=10, **more):
    return incidents.begin(by=by or cast.rosa, on=cast.theo, began_at=ago(minutes), **{"id": uuid7(), **more})


def unknown(cast, minutes=10, by=None):
    by = by or cast.rosa
    return incidents.begin_unknown(by=by, on=by.staff_id, id=uuid7(), began_at=ago(minutes))


def mark(cast, crisis, line="gave_space", by=None, **more):
    return incidents.mark(by=by or cast.rosa, on=crisis, line=line, **{"id": uuid7(), **more})


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]
