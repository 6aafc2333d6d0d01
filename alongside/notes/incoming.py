"""Taking in a body that was drafted on a device: what is wrong with it, and what it says otherwise than the records."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.documents.sealing import cited
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.typed_text import MANY_LINES, fault_in
from alongside.notes import facts
from alongside.notes.facts import Gathered
from alongside.notes.forms_in_use import formats
from alongside.notes.models import Note, Remark
from alongside.notes.rules import incoming

MOST = {"present": 400}

KNOWN = """
select id::text from behaviour_observation where session_id = %(session)s and id = any(%(ids)s)
union select id::text from behaviour_strategyuse where session_id = %(session)s and id = any(%(ids)s)
union select id::text from behaviour_deviation where session_id = %(session)s and id = any(%(ids)s)
union select id::text from behaviour_notice where session_id = %(session)s and id = any(%(ids)s)
union select id::text from behaviour_token where session_id = %(session)s and id = any(%(ids)s)
union select id::text from behaviour_exchange where session_id = %(session)s and id = any(%(ids)s)
union select id::text from living_helped where session_id = %(session)s and id = any(%(ids)s)
union select id::text from skills_techniqueuse where session_id = %(session)s and id = any(%(ids)s)
union select id::text from incidents_crisis where session_id = %(session)s and id = any(%(ids)s)
union select id::text from plans_preference where client_id = %(client)s and id = any(%(ids)s)
union select id::text from sessions_presence where session_id = %(session)s and id = any(%(ids)s)
union select id::text from sessions_session where id = %(session)s and id = any(%(ids)s)
union select id::text from plans_strategy where client_id = %(client)s and id = any(%(ids)s)
union select id::text from plans_objective where client_id = %(client)s and id = any(%(ids)s)
union select id::text from schedule_visit where client_id = %(client)s and id = any(%(ids)s)
"""


def insist(body: Any, found: Gathered, *, client_id: UUID) -> None:
    """Raises Unacceptable unless `body` is a whole note of this visit that cites this visit's rows. One statement."""
    head = asdict(found.head)
    faults = incoming.form_faults(body, head=head, formats=formats())
    faults = faults or [*_text_faults(body), *incoming.visit_faults(body, head=head)]
    faults = faults or _cited_faults(body, session=found.facts.session, client_id=client_id)
    if faults:
        raise Unacceptable(faults)


def remark(note: Note, body: Mapping[str, Any], found: Gathered) -> None:
    """Write down how far the device's draft is from the records, where that is not what was written down last."""
    here = facts.body(found)
    sentences = incoming.differing_sentences(body, drafted=here["sentences"])
    head = incoming.differing_head(body, head=here["head"])
    last = Remark.objects.filter(note=note).order_by("-at", "-id").values_list("sentences", "head").first()
    if (sentences, head) != (last or (0, [])):
        Remark.objects.create(note=note, client_id=note.client_id, sentences=sentences, head=head)


def _text_faults(body: Mapping[str, Any]) -> list[Fault]:
    """As at the web's door: nothing that no text may hold, and no longer than a page lets anybody write."""
    found = [
        fault_in(text, most=MOST.get(field, MANY_LINES), lines=field != "present", field=field)
        for field, text in incoming.texts(body)
    ]
    return [fault for fault in found if fault][:20]


def _cited_faults(body: Mapping[str, Any], *, session: str, client_id: UUID) -> list[Fault]:
    asked = cited({"sentences": [*body["sentences"], *body["left_out"]]})
    try:
        ids = [UUID(id) for id in asked]
    except ValueError:
        return [Fault("notes.fault.cites", "evidence", {"count": 1})]
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, {"session": session, "client": client_id, "ids": ids})
        known = {id for (id,) in cursor.fetchall()}
    unknown = [id for id in asked if id not in known]
    return [Fault("notes.fault.cites", "evidence", {"count": len(unknown)})] if unknown else []
