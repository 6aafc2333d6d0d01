"""What the observations of one target hold: counts, sums and times, as evidence for a sentence."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

from alongside.notes.rules.facts import SessionFacts, Target
from alongside.notes.rules.said import Evidence, Said, Value

SCALES: dict[str, tuple[int, int]] = {"magnitude": (0, 4), "rating": (0, 10)}
CORRECT, PROMPTED, INCORRECT, SILENT = "correct", "prompted", "incorrect", "no response"


def of_target(facts: SessionFacts, target: Target) -> Evidence:
    """The rows of one target in this visit, and every number and time that they hold or add up to."""
    times = tuple(seen.at for seen in target.seen)
    return Evidence(
        "observation",
        tuple(seen.id for seen in target.seen),
        Said(f"notes.evidence.{target.measure}", {"count": total(target)}),
        (times[0], times[-1]) if len(times) > 1 else times,
        (target.name, facts.ended_at - facts.began_at, *times, *held(facts, target)),
    )


def held(facts: SessionFacts, target: Target) -> tuple[Value, ...]:
    """The numbers of one target's rows: how many, their sum, the rate, lengths, outcomes, the scale."""
    many: list[Value] = [len(target.seen), total(target), rate(facts, target)]
    lengths = seconds(target)
    if lengths:
        many += [len(lengths), sum(lengths, timedelta()), min(lengths), max(lengths)]
    many += [timedelta(seconds=n) for n in numbers(target, "length")]
    many += [*outcomes(target).values(), *prompts(target).values(), *prompts(target)]
    many += [sum(1 for seen in target.seen if seen.details.get("scored")), *numbers(target, "level")]
    return (*many, *numbers(target, "score"), *numbers(target, "value"), *SCALES.get(target.measure, ()))


def total(target: Target) -> int:
    """How many times, items or rows: the sum of counts where the measure counts, else the number of rows."""
    return sum(int(seen.details.get("count", 1)) for seen in target.seen)


def rate(facts: SessionFacts, target: Target) -> float:
    """Times per hour of the visit, to one decimal (domain convention: n / observation hours)."""
    hours = (facts.ended_at - facts.began_at).total_seconds() / 3600
    return round(total(target) / hours, 1) if hours > 0 else 0.0


def seconds(target: Target) -> list[timedelta]:
    """Lengths as they were taken; between responses, where none was taken, from each onset to the next."""
    taken = [timedelta(seconds=n) for n in numbers(target, "seconds")]
    if taken or target.measure != "irt":
        return taken
    return [later.at - earlier.at for earlier, later in pairwise(target.seen)]


def numbers(target: Target, name: str) -> list[float]:
    """The numeric detail `name` of each row that has it."""
    return [seen.details[name] for seen in target.seen if isinstance(seen.details.get(name), (int, float))]


def outcomes(target: Target) -> Counter[str]:
    """How many trials or steps went how."""
    return Counter(str(seen.details["outcome"]) for seen in target.seen if seen.details.get("outcome"))


def prompts(target: Target) -> Counter[str]:
    """How many prompted trials or steps had which prompt level."""
    return Counter(str(seen.details["prompt"]) for seen in target.seen if seen.details.get("prompt"))
