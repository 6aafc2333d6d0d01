"""Saying that what a session recorded answers a probe."""

from uuid import UUID

from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.sessions.models import Session
from alongside.skills.models import Probed
from alongside.skills.standing import programs_of


@action("skills.probe", on="sessions.Session", makes=True)
def probe(*, by: Actor, on: Session, probe_id: object, words: str = "", id: UUID | None = None) -> Probed:
    """What this session records of the program's target answers the probe. Twice for a session is there once, and so
    is the same id.

    Said of another session later, that one counts. A probe with somebody else is not answered by whoever taught it,
    nor one elsewhere in a place where it was taught. Raises Unacceptable.
    """
    if id and (there := Probed.objects.filter(pk=id, session=on).first()):
        return there
    said = checked(words=words, lines=True, most=1_000)["words"]
    here = [(p, one) for p in programs_of(on.client_id) for one in p.probes if str(one.id) == str(probe_id)]
    if not here:
        raise Unacceptable(Fault("skills.fault.probe", "probe"))
    [(program, facts)] = here
    if facts.session_id == on.pk:
        return Probed.objects.filter(probe=facts.id, session=on).latest("at")
    before = [one for one in program.tries if one.at < program.now.since]
    if facts.kind == "staff" and on.staff_id in {one.staff for one in before}:
        raise Unacceptable(Fault("skills.fault.taught_by", "probe"))
    place = ", ".join(filter(None, (on.site.name if on.site else "", on.place)))
    if facts.kind == "setting" and place in {one.setting for one in before}:
        raise Unacceptable(Fault("skills.fault.taught_there", "probe"))
    return Probed.objects.create(
        id=id or uuid7(), probe_id=facts.id, program_id=program.id, client_id=on.client_id, session=on,
        staff_id=by.staff_id, words=said,
    )  # fmt: skip
