"""Choosing techniques for a client, and recording what was used."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.behaviour.rules import times
from alongside.foundation import reference, revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people.models import Client
from alongside.sessions.models import Ending, Session
from alongside.skills import library
from alongside.skills.models import Chosen, SkillProgram, TechniqueUse
from alongside.skills.rules.helping import use_faults

MOST = 1_000  # characters


@action("skills.choose", on="people.Client", makes=True)
def choose(*, by: Actor, on: Client, technique: str, words: str = "", program_id: UUID | None = None) -> Chosen:
    """A technique of the library is taught to this client from now on. Raises Unacceptable; it stands there once."""
    said = checked(words=words, lines=True, most=MOST)["words"]
    faults = [] if library.technique(technique) else [Fault("skills.fault.choice", "technique")]
    if program_id and not SkillProgram.objects.filter(pk=program_id, client=on, ended_at=None).exists():
        faults.append(Fault("skills.fault.choice", "program"))
    if faults:
        raise Unacceptable(faults)
    try:
        with transaction.atomic():
            return Chosen.objects.create(
                client=on, technique=technique, words=said, program_id=program_id, added_by_id=by.staff_id
            )
    except IntegrityError as twice:
        raise Unacceptable(Fault("skills.fault.chosen", "technique")) from twice


@action("skills.put_back", on="skills.Chosen", locks=True)
def put_back(*, by: Actor, on: Chosen) -> Chosen:
    """A technique is taught no more. What was recorded of it stays. Twice changes nothing."""
    if on.ended_at is None:
        revisions.change(on, by=by, ended_at=datetime.now(UTC), ended_by_id=by.staff_id)
    return on


@action("skills.use_technique", on="sessions.Session", makes=True)
def use_technique(
    *, by: Actor, on: Session, id: UUID, technique: str, went: str, felt: str = "", felt_words: str = "",
    words: str = "", at: datetime | None = None,
) -> TechniqueUse:  # fmt: skip
    """Say what was used and how it went, now or `at`. The same id once. Raises Unacceptable."""
    there = TechniqueUse.objects.filter(pk=id, session=on).first()
    if there:
        return there
    said = checked({"felt_words": felt_words, "words": words}, lines=True, most=MOST)
    ended = Ending.objects.filter(session=on).values_list("ended_at", flat=True).first()
    when = at or min(datetime.now(UTC), ended or datetime.now(UTC))
    known, slack = reference.load("technique_words"), timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    faults = use_faults(technique=technique, felt=felt, went=went, known=known, keys=library.techniques())
    faults += times.faults(when, began_at=on.began_at, ended_at=ended, now=datetime.now(UTC), slack=slack)
    if faults:
        raise Unacceptable(faults)
    return TechniqueUse.objects.create(
        id=id, session=on, client_id=on.client_id, staff_id=by.staff_id, technique=technique, felt=felt, went=went,
        at=when, **said,
    )  # fmt: skip
