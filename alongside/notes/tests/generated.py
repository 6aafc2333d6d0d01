"""Sessions made up at random, of every measure, for asking whether a draft says only what they hold."""

from datetime import UTC, datetime, timedelta
from random import Random

from alongside.notes.rules.facts import (
    Crisis,
    Deviated,
    Exchange,
    Helped,
    Next,
    Noticed,
    Objective,
    Person,
    Preference,
    Present,
    Seen,
    Sequence,
    SessionFacts,
    Target,
    Token,
    Used,
)  # fmt: skip

BEGAN = datetime(2026, 11, 19, 20, 30, tzinfo=UTC)
MEASURES = (
    "count", "rate", "duration", "latency", "irt", "partial_interval", "whole_interval", "momentary", "trial",
    "trials_to_criterion", "task_analysis", "magnitude", "product", "rating", "reported",
)  # fmt: skip
NAMES = ("Hits others", "Asks for a break", "Greets a peer", "Leaves the area", "Step 3 of hand washing", "On task")
WORDS = (
    "math sheet of 12 problems", "because he was angry at 3 pm", "gave him the blue card", "“stop”, she said, twice",
    "he seemed calm", "lunch line", "two chairs moved; nobody hurt", "a 10 second wait",
)  # fmt: skip
AREAS = ("sleep", "mood", "appetite", "other")
OUTCOMES = ("correct", "incorrect", "no response", "prompted")


def session(seed: int) -> SessionFacts:
    """One session; the same seed gives the same one. About one in twelve holds nothing."""
    dice = Random(seed)
    length = timedelta(seconds=dice.randint(120, 4 * 3600))
    empty = dice.random() < 0.08
    return SessionFacts(
        session=f"s{seed}", client=Person(dice.choice(("Theo", "Lucía", "Ida May"))), began_at=BEGAN,
        ended_at=BEGAN + length, zone=dice.choice(("America/New_York", "America/Denver", "Pacific/Honolulu")),
        place=dice.choice(("", "Willow Street School", "Room 12")),
        early_reason="" if empty or dice.random() < 0.8 else dice.choice(WORDS),
        present=() if empty else tuple(_present(dice, n) for n in range(dice.randint(0, 3))),
        targets=() if empty else tuple(_target(dice, n, length) for n in range(dice.randint(0, 6))),
        abc=() if empty else tuple(_abc(dice, n, length) for n in range(dice.choice((0, 0, 1, 3, 15)))),
        used=() if empty else tuple(_used(dice, n, length) for n in range(dice.randint(0, 3))),
        deviated=() if empty else tuple(_deviated(dice, n, length) for n in range(dice.choice((0, 0, 0, 1, 2)))),
        **({} if empty else _beside(dice, length)),
        objectives=tuple(Objective(f"ob{n}", f"1.{n + 1}", dice.choice(WORDS), f"t{n}") for n in range(3)),
        plan=dice.choice((None, 2, 11)),
        next=dice.choice((None, Next("v", BEGAN + timedelta(days=dice.randint(1, 9), minutes=dice.randint(0, 600))))),
    )  # fmt: skip


def _beside(dice: Random, length: timedelta) -> dict:
    def some(of, most: int) -> tuple:
        times = sorted(_at(dice, length) for _ in range(dice.choice((0, 0, 1, most))))
        return tuple(of(n, at) for n, at in enumerate(times))

    return {
        "noticed": some(lambda n, at: Noticed(f"n{n}", at, dice.choice(AREAS), dice.choice(("", *WORDS))), 15),
        "tokens": some(lambda n, at: _token(dice, n, at), 9),
        "exchanges": some(lambda n, at: Exchange(f"e{n}", at, dice.choice(("", *WORDS)), dice.randint(0, 20)), 14),
        "helped": some(lambda n, at: _helped(dice, n, at), 11),
        "crises": some(lambda n, at: Crisis(f"c{n}", at, dice.choice((None, at + timedelta(minutes=17)))), 2),
        "preferences": some(lambda n, at: Preference(f"pr{n}", "paired", tuple(dice.sample(WORDS, 3))), 2),
    }  # fmt: skip


def _token(dice: Random, n: int, at: datetime) -> Token:
    return Token(f"k{n}", at, dice.choice((1, 3, -1)), dice.choice(("", *NAMES)), dice.choice(("", *WORDS)))


def _helped(dice: Random, n: int, at: datetime) -> Helped:
    level, choice = dice.choice(("independent", "verbal", "full_physical")), dice.choice(("", "offered", "taken"))
    return Helped(f"h{n}", at, dice.choice(("dishes", "travel")), level, choice, dice.random() < 0.2)


def _at(dice: Random, length: timedelta) -> datetime:
    return BEGAN + timedelta(seconds=dice.randint(0, int(length.total_seconds())))


def _present(dice: Random, n: int) -> Present:
    return Present(f"p{n}", dice.choice(("teacher", "mother", "2 classmates")), dice.random() < 0.5)


def _target(dice: Random, n: int, length: timedelta) -> Target:
    measure = dice.choice(MEASURES)
    times = sorted(_at(dice, length) for _ in range(dice.randint(0, 12)))
    interval = dice.choice((10, 15, 60, 300))
    seen = tuple(Seen(f"t{n}o{i}", at, _details(dice, measure, i, interval)) for i, at in enumerate(times))
    kind = dice.choice(("behaviour", "replacement", "skill"))
    return Target(f"t{n}", dice.choice(NAMES), kind, measure, seen)


def _details(dice: Random, measure: str, i: int, interval: int) -> dict:
    if measure in ("count", "rate", "product"):
        return {"count": dice.choice((0, 1, 1, 1, 4, 23))}
    if measure in ("duration", "latency") or (measure == "irt" and dice.random() < 0.5):
        return {"seconds": dice.choice((0, 4, 59.5, 61, 372, 3700))}
    if measure in ("partial_interval", "whole_interval", "momentary"):
        return {"interval": i + 1, "scored": dice.random() < 0.4, "length": interval}
    if measure in ("trial", "trials_to_criterion", "task_analysis"):
        outcome = dice.choice(OUTCOMES)
        prompt = {"prompt": dice.choice(("gesture", "model", "1 finger"))} if outcome == "prompted" else {}
        return {"outcome": outcome, **prompt, **({"step": i + 1} if measure == "task_analysis" else {})}
    scales = {"magnitude": ("level", 4), "rating": ("score", 10), "reported": ("value", 40)}
    if measure in scales:
        name, most = scales[measure]
        return {name: dice.randint(0, most)}
    return {}


def _abc(dice: Random, n: int, length: timedelta) -> Sequence:
    details: dict = {"occurred": dice.random() < 0.8}
    if dice.random() < 0.8:
        details |= {
            "antecedent": dice.choice(("demand", "denied", "alone")),
            "consequence": dice.choice(("break", "none")),
        }
    if "antecedent" not in details or dice.random() < 0.3:
        details["narrative"] = dice.choice(WORDS)
    if dice.random() < 0.4:
        details |= {
            "activity": dice.choice(WORDS),
            "given_by": "aide 2",
            "intensity": dice.randint(0, 4),
            "seconds": 75,
        }
    if dice.random() < 0.3:
        details |= {"effect": dice.choice(("stopped", "less", "more")), "setting_events": ["sleep", "ill"]}
    return Sequence(f"a{n}", dice.choice(NAMES), _at(dice, length), details)


def _used(dice: Random, n: int, length: timedelta) -> Used:
    return Used(f"l{n}", dice.choice(WORDS), _at(dice, length), tuple(f"u{n}{i}" for i in range(dice.randint(1, 4))))


def _deviated(dice: Random, n: int, length: timedelta) -> Deviated:
    return Deviated(f"d{n}", _at(dice, length), dice.choice(WORDS), dice.choice(WORDS))
