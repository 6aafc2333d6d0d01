"""What stands around the visits of the vectors, as sections of a pack; and the server's account of a visit."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from alongside.agencies.lookups import Line
from alongside.behaviour.lookups.summary import Departure, Summary, by_target, counted, records
from alongside.behaviour.models import StrategyUse
from alongside.documents.sealing import seal
from alongside.foundation.typed_text import settled
from alongside.notes import facts
from alongside.notes.forms_in_use import edition
from alongside.people.identity import Identity
from alongside.plans.models import Strategy
from alongside.sessions.lookups import Spent, newest_words
from alongside.sessions.models import Presence
from tests.vectors.making.beside import beside_of
from tests.vectors.making.reading import STAFF, Reading, read
from tests.vectors.making.scripted import CLIENT, key, target

DOCUMENT = key(0x6000, 1)
PAYERS = ("pa_medicaid", "eight_minute", "private", "agency", "nobody described")
SITE = {"id": key(0x4000, 1), "name": "Willow Street School", "place_of_service": "03", "zone": "America/New_York"}


def sections(targets: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """The sections of a pack that a note is drafted from. `more`: members of theirs, by name."""
    client = {
        "name": "Theo Bell", "given": "Theo", "legal_name": "Theodore Bell", "identifier": "C-2", "born": "2017-03-04",
        "pronouns": "he / him", "diagnosis": "F84.0",
    }  # fmt: skip
    note: dict[str, Any] = {
        "plan_number": 3, "objectives": [], "coming": [], "form_edition": edition(), "minutes_today": [],
        "preferences": [],
    }  # fmt: skip
    programmes = [
        {"id": key(0x4100, n), "name": f"School support {n}", "setting": "school", "payer": payer,
         "note_format": ("BIRP", "DAP", "SOAP", "GIRP")[n % 4], "service_code": ("H2014", "H2019")[n % 2]}
        for n, payer in enumerate(PAYERS)
    ]  # fmt: skip
    strategies = [
        {"id": key(0x5000, n), "moment": moment, "text": text}
        for n, (moment, text) in enumerate((
            ("before", "Show the day in pictures."), ("during", "Hold up the “break” card and wait 10 seconds."),
            ("after", "Praise the asking, not the calm."), ("during", "Move two steps back…"),
        ))
    ]  # fmt: skip
    menu = [
        {"id": key(0x5200, n), "text": text, "cost": n, "schedule": "tokens", "every": None, "counts": ""}
        for n, text in enumerate(("Bubbles", "10 minutes of “trains”.", "Música"))
    ]
    whole = {
        "reinforcers/1": {"menu": menu, "tokens": 0},
        "client/1": client, "note/1": note, "targets/1": {"targets": targets},
        "strategies/1": {"strategies": strategies},
        "places/1": {"programmes": programmes, "sites": [SITE], "on_call": []},
    }  # fmt: skip
    return {kind: body | {name: more[name] for name in body if name in more} for kind, body in whole.items()}


def objectives(targets: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Two goals: two objectives of the first, one of the second, which no target measures."""
    of = [targets[0]["id"], targets[-1]["id"], None]
    texts = ("Asks for a break instead.", "Does it “alone”, 3 of 4 times", "Stays in class for a whole lesson")
    return [
        {"id": key(0x5100, n), "number": number, "text": text, "target": one}
        for n, (number, text, one) in enumerate(zip(("1.1", "1.2", "2.1"), texts, of, strict=True))
    ]


def drafted(pack: dict[str, Any], operations: list[dict[str, Any]], *, planned: Any, now: datetime) -> dict[str, Any]:
    """The body of the first draft and its digest, by the server's code."""
    found = read(pack, operations)
    summary = summary_of(found, pack, operations[0]["details"], planned or {})
    around = _around(pack, summary, now)
    earlier = sum(
        one["minutes"] for one in pack["note/1"]["minutes_today"]
        if (one["day"], one["service_code"]) == (str(summary.session.service_day), around.programme.service_code)
    )  # fmt: skip
    body = facts.body(facts.put_together(summary, around, beside_of(found, pack, summary), earlier=earlier))
    sealed = seal(
        document=UUID(DOCUMENT), number=1, kind="first", form="progress_note", form_edition=edition(), body=body
    )
    return {"body": body, "digest": sealed.digest}


def summary_of(found: Reading, pack: dict[str, Any], begun: dict[str, Any], planned: dict[str, Any]) -> Summary:
    """The account of a visit that was read, as alongside.behaviour.lookups gives it."""
    session, rows, targets = _spent(found, pack, begun, planned), found.standing(), found.targets
    lines = {one["id"]: Strategy(**one) for one in pack["strategies/1"]["strategies"]}
    uses = [
        StrategyUse(id=one.id, strategy=lines[one.strategy], undone=getattr(one, "undone", False), at=one.at)
        for one in found.around["uses"]
    ]
    left = [
        Departure(one.id, settled(one.what, lines=True), settled(one.reason, lines=True), one.at, None, "")
        for one in found.around["deviations"]
    ]
    there = [
        Presence(id=one.id, who=settled(one.who, lines=True), took_part=one.took_part, at=one.at,
                 undone=getattr(one, "undone", False))
        for one in found.around["presences"]
    ]  # fmt: skip
    return Summary(
        session=session, targets=by_target(session, rows, targets, found.tallies()), abc=records(rows, targets),
        strategies=counted(sorted(uses, key=lambda use: (use.at, use.id))),
        deviations=tuple(sorted(left, key=lambda one: (one.at, one.id))), presences=tuple(newest_words(there)),
    )  # fmt: skip


def _spent(found: Reading, pack: dict[str, Any], begun: dict[str, Any], planned: dict[str, Any]) -> Spent:
    """As sessions.start keeps it: what was not said is the visit's."""
    session, said = found.session, {**planned, **{name: value for name, value in begun.items() if value}}
    site = next((one for one in pack["places/1"]["sites"] if one["id"] == said.get("site")), None)
    return Spent(
        id=session.pk, visit_id=None, client_id=session.client_id, staff_id=STAFF, programme_id=UUID(said["programme"]),
        site_id=None, site_name=site["name"] if site else "", place=settled(said.get("place", ""), lines=True),
        place_of_service=site["place_of_service"] if site else "99", began_at=session.began_at, ended_at=found.ended_at,
        zone=session.zone, service_day=session.service_day, plan_version_id=None, early_reason=found.early_reason,
    )  # fmt: skip


def _around(pack: dict[str, Any], summary: Summary, now: datetime) -> facts.Around:
    client, note, session = pack["client/1"], pack["note/1"], summary.session
    line = next(one for one in pack["places/1"]["programmes"] if one["id"] == str(session.programme_id))
    born = date.fromisoformat(client["born"]) if client["born"] else None
    assert session.ended_at is not None
    after = max(session.ended_at, now)
    coming = [SimpleNamespace(id=one["id"], begins_at=datetime.fromisoformat(one["at"])) for one in note["coming"]]
    known = [
        SimpleNamespace(id=one["id"], text=one["text"], target_id=one["target"], goal_id=one["number"].split(".")[0])
        for one in note["objectives"]
    ]
    plan: Any = SimpleNamespace(number=note["plan_number"]) if note["plan_number"] is not None else None
    return facts.Around(
        client=Identity(id=UUID(CLIENT), **{**client, "born": born}),
        programme=Line(**{**line, "id": UUID(line["id"])}),
        plan=plan, objectives=tuple(known), next=next((one for one in coming if one.begins_at > after), None),
    )  # fmt: skip


def of(*measures: str, **more: Any) -> list[dict[str, Any]]:
    """Targets of these measures, in this order."""
    return [target(n, measure, **more) for n, measure in enumerate(measures)]
