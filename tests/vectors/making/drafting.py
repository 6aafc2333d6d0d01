"""Visits and the notes that the server drafts from them: each measure, each shape of a visit, many at random."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from tests.vectors.making import cared
from tests.vectors.making.around import DOCUMENT, PAYERS, SITE, drafted, objectives, of, sections
from tests.vectors.making.scripted import MEASURES, Writer, iso, key
from tests.vectors.making.streams import details

BEGAN = datetime(2026, 9, 14, 19, 30, tzinfo=UTC)
ZONES = (
    "America/New_York", "America/Denver", "Pacific/Honolulu", "America/Puerto_Rico", "Europe/Madrid", "Asia/Kathmandu",
)  # fmt: skip
WORDS = (
    "math sheet of 12 problems", "because he was angry at 3 pm", "gave him the blue card.", "“stop”, she said, twice",
    "he seemed calm", "Niño en la fila  del almuerzo", "two chairs moved;\nnobody hurt...", "a ½ cup, 10 second wait",
)  # fmt: skip
Case = dict[str, Any]


def made() -> dict[str, Any]:
    return {f"drafting/{name}.json": case for name, case in {**_measures(), **_shapes(), **_random()}.items()}


def noted(
    targets: list[dict[str, Any]], tell: Callable[[Writer], object], *, began: datetime = BEGAN, zone: str = ZONES[0],
    programme: int = 0, planned: bool = False, minutes: float = 90, now: timedelta = timedelta(0), **more: Any,
) -> Case:  # fmt: skip
    """One visit: what was told happened in it, and the note of it. `more`: members of the pack's sections."""
    pack, writer = sections(targets, **more), Writer(began, zone=zone)
    where = {"programme": key(0x4100, programme), "site": SITE["id"]}
    writer.start(**({"visit": key(0x4200, 1)} if planned else where))
    tell(writer)
    if writer.operations[-1]["kind"] != "sessions.end/1":
        writer.now = max(writer.now, began + timedelta(minutes=minutes))
        writer.end()
    operations, visit = writer.operations, ({**where, "place": "Room 12"} if planned else None)
    late = writer.now + now
    note = drafted(pack, operations, planned=visit, now=late)
    return {
        "sections": pack, "planned": visit, "operations": operations, "now": iso(late), "document": DOCUMENT, **note
    }  # fmt: skip


def _measures() -> dict[str, Case]:
    found = {}
    for number, measure in enumerate(MEASURES):
        for rows in (1, 2, 7):
            dice = Random(f"{measure} {rows}")
            found[f"{measure}-{rows}"] = noted(
                of(measure, kind=("behaviour", "replacement", "skill")[number % 3]),
                lambda writer, dice=dice, rows=rows, measure=measure: _rows(writer, dice, rows, measure),
                zone=ZONES[(number + rows) % len(ZONES)], programme=number % len(PAYERS),
            )  # fmt: skip
    return found


def _rows(writer: Writer, dice: Random, rows: int, measure: str) -> None:
    for _ in range(rows):
        writer.wait(dice.randint(1, 300_000) / 1000)
        writer.see(key(0x1000, 0), details(dice, measure))


def _shapes() -> dict[str, Case]:
    places = {"count": 0, "rate": 2, "duration": 1, "trial": 2}
    pinned = [{**one, "pinned": n} for one, n in zip(of(*places), places.values(), strict=True)]
    names = ("Zips", "Éats", "Eats", "zips")
    alike = [{**one, "name": name, "pinned": 0} for one, name in zip(of(*places), names, strict=True)]
    coming = [{"id": key(0x4300, n), "at": iso(BEGAN + timedelta(hours=h))} for n, h in enumerate((-1, 1, 20, 47))]
    one, several = of("count"), of("count", "trial", "rate")
    whole = {"objectives": objectives(several), "coming": coming}
    return {
        "empty": noted(one, lambda w: None, **whole),
        "empty-planned": noted(one, lambda w: None, planned=True, plan_number=None),
        "not-seen": noted(of("count", "rate", "duration"), _zeros),
        "early-end": noted(one, lambda w: _early(w, " Home early;\nbecause he was “ill”. "), minutes=20),
        "early-end-empty": noted(one, lambda w: _early(w, "Fire drill"), minutes=20),
        "everything": noted(several, everything, **whole, minutes_today=_minutes(), programme=1),
        "everything-two-days-later": noted(several, everything, **whole, now=timedelta(hours=40), zone=ZONES[2]),
        "no-plan": noted(several, everything, **{**whole, "plan_number": None}, programme=4),
        "spanish-name": noted(
            of("count", name="Pide “más” o “ya”, señalando"), lambda w: _rows(w, Random(1), 3, "count"), zone=ZONES[3],
            name="Lucía Fernández-Ñáñez", given="Lucía", legal_name="Lucía María Fernández Ñáñez", born=None,
        ),  # fmt: skip
        "pinned-order": noted(pinned, lambda w: [_once(w, t) for t in pinned]),
        "name-order": noted(alike, lambda w: [_once(w, t) for t in alike]),
        "corrected": noted(several, _corrected),
        "all-taken-back": noted(one, _taken_back),
        "second-observer": noted(several, _second),
        "timer": noted(of("duration", "latency"), _timer),
        "presences": noted(one, _presences),
        "strategies": noted(one, _strategies),
        "deviations": noted(one, _deviations),
        "abc-shapes": noted(of("count", "rate"), lambda w: _abc(w, 9)),
        "abc-many": noted(of("count"), lambda w: _abc(w, 15)),
        "spring-forward": noted(one, _minute_by_minute, began=datetime(2026, 3, 8, 6, 30, tzinfo=UTC)),
        "fall-back": noted(one, _minute_by_minute, began=datetime(2025, 11, 2, 5, 15, tzinfo=UTC)),
        "madrid-spring": noted(one, _minute_by_minute, began=datetime(2026, 3, 29, 0, 30, tzinfo=UTC), zone=ZONES[4]),
        "over-midnight": noted(one, _minute_by_minute, began=datetime(2026, 7, 1, 3, 45, tzinfo=UTC)),
        "elsewhere": noted(one, _minute_by_minute, zone=ZONES[5]),
        "no-site": noted(one, _minute_by_minute, programme=3, sites=[]),
        "a-moment": noted(one, lambda w: None, minutes=0.025),
    }  # fmt: skip


def _minutes() -> list[dict[str, Any]]:
    return [
        {"session": key(0x4400, number), "day": day, "service_code": code, "minutes": n}
        for number, (day, code, n) in enumerate(
            (
                ("2026-09-14", "H2019", 7),
                ("2026-09-14", "H2014", 20),
                ("2026-09-13", "H2019", 55),
            )
        )
    ]


def _once(w: Writer, target: dict[str, Any]) -> str:
    w.wait(61.25)
    return w.see(target["id"], details(Random(target["id"]), target["measure"]))


def _zeros(w: Writer) -> None:
    for n, zero in enumerate(({"count": 0}, {"count": 0}, {"seconds": 0})):
        w.see(key(0x1000, n), zero)


def _early(w: Writer, reason: str) -> None:
    w.wait(1200)
    w.end(early_reason=reason)


def everything(w: Writer) -> None:
    """What is measured, ABC records, who was there, strategies, changes to the plan."""
    dice = Random("everything")
    for n, measure in enumerate(("count", "trial", "rate", "trial", "count")):
        w.wait(300)
        w.see(key(0x1000, {"count": 0, "trial": 1, "rate": 2}[measure]), details(dice, measure))
        _abc(w, 1) if n == 2 else None
    _presences(w)
    _strategies(w)
    _deviations(w)


def _corrected(w: Writer) -> None:
    first, second = w.see(key(0x1000, 0), {"count": 1}), w.see(key(0x1000, 0), {"count": 2})
    w.wait(400)
    now = {"details": {"count": 4}, "happened_at": iso(w.now), "reason": "Counted wrong"}
    w.write("behaviour.correct/1", first, now)
    w.write("behaviour.retract/1", second, {})
    w.write("behaviour.retract/1", first, {})  # followed already
    w.end()
    w.write("behaviour.correct/1", first, {"details": {"count": 9}})


def _taken_back(w: Writer) -> None:
    w.write("behaviour.retract/1", w.see(key(0x1000, 0), {"count": 3}), {})


def _second(w: Writer) -> None:
    for n in range(6):
        w.wait(90)
        w.see(key(0x1000, 2 if n % 2 else 0), {"count": 1}, **({"second": True} if n % 3 else {}))


def _timer(w: Writer) -> None:
    timer = w.write("timer.start", w.session, {"target": key(0x1000, 0)})
    began = w.now
    w.wait(372.4)
    w.write("behaviour.record/1", w.session, {
        "target": key(0x1000, 0), "details": {"seconds": 372.4}, "happened_at": iso(began)}, id=timer)  # fmt: skip
    w.write("timer.start", w.session, {"target": key(0x1000, 1)})


def _presences(w: Writer) -> None:
    for who, took_part, undone in (
        ("teacher", False, False), ("Ms. Núñez", True, False), ("Teacher", True, False), ("2 classmates", False, False),
        ("mother", True, False), ("MOTHER", True, True), ("Straße", False, False), ("STRASSE", True, False),
    ):  # fmt: skip
        w.write("sessions.note_presence/1", w.session, {"who": who, "took_part": took_part, "undone": undone})


def _strategies(w: Writer) -> None:
    for n, line in enumerate((2, 1, 1, 0, 3, 3, 1)):
        w.wait(45)
        undone = {"undone": True} if n in (5, 6) else {}
        w.write("behaviour.use_strategy/1", w.session, {"strategy": key(0x5000, line), "at": iso(w.now), **undone})


def _deviations(w: Writer) -> None:
    for what, reason in ((" We stayed  outside. ", "fire drill"), (WORDS[1], WORDS[3]), (WORDS[6], WORDS[4])):
        w.wait(30)
        w.write("behaviour.deviate/1", w.session, {"what": what, "reason": reason})


def _minute_by_minute(w: Writer) -> None:
    for _ in range(3):
        w.wait(1690)
        w.see(key(0x1000, 0), {"count": 1})


def _abc(w: Writer, number: int) -> None:
    full = {
        "antecedent": "demand", "consequence": "none", "effect": "less", "setting_events": ["ill", "sleep", "hungry"],
        "activity": WORDS[0], "given_by": "aide 2", "intensity": 0, "seconds": 75.5, "replacement_shown": True,
        "narrative": WORDS[7], "occurred": True,
    }  # fmt: skip
    shapes: list[Case] = [
        full, {"occurred": False, "antecedent": "alone", "consequence": "other"},
        {"occurred": True, "narrative": WORDS[3]},
        {"occurred": False, "narrative": WORDS[1]}, {"occurred": True, "narrative": WORDS[6], "antecedent": "peer"},
        {**full, "setting_events": ["conflict"], "seconds": 3700, "intensity": 4, "effect": "stopped"},
        {"occurred": True, "antecedent": "denied", "consequence": "item", "replacement_shown": False},
        {"occurred": True, "antecedent": "transition", "consequence": "ignored", "activity": "“lunch”. "},
        {"occurred": True, "antecedent": "attention_away", "consequence": "physical", "seconds": 0, "effect": "same"},
    ]  # fmt: skip
    for n in range(number):
        w.wait(62.5)
        w.see(key(0x1000, 0), shapes[n % len(shapes)], measure="abc")


def _random() -> dict[str, Case]:
    return {f"random-{seed}": _any(Random(f"note {seed}"), seed) for seed in range(20)}


def _any(dice: Random, seed: int) -> Case:
    targets = of(*dice.sample(MEASURES, dice.randint(1, 6)))
    acts = [_presences, _strategies, _deviations, lambda w: _abc(w, dice.choice((1, 4, 13)))]
    acts += [cared.all_day, lambda w: cared.practised(w, dice.randint(0, 9)), lambda w: cared.worked_for(w, 4)]

    def tell(w: Writer) -> None:
        for _ in range(dice.randint(0, 25)):
            w.wait(dice.randint(0, 120_000) / 1000)
            one = dice.choice(targets)
            w.see(one["id"], details(dice, one["measure"]), **({"second": True} if dice.random() < 0.1 else {}))
        for act in dice.sample(acts, dice.randint(0, 3)):
            act(w)

    return noted(
        targets, tell, began=BEGAN + timedelta(hours=dice.randint(0, 24 * 40), milliseconds=dice.randint(0, 999)),
        zone=dice.choice(ZONES), programme=dice.randint(0, 4), planned=dice.random() < 0.3,
        minutes=dice.randint(20, 240),
        objectives=objectives(targets), given=dice.choice(("Theo", "Lucía", "Ida May")),
        plan_number=dice.choice((None, 2, 11)),
        coming=[{"id": key(0x4300, seed), "at": iso(BEGAN + timedelta(days=50, minutes=seed * 37))}],
    )  # fmt: skip
