"""Sequences, intervals and two observers as a page or a paper shows them: pictures, lines of tables, sentences."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from alongside.assessments.gathering import Gathered
from alongside.assessments.pictures import chain, lags
from alongside.assessments.rules.evidence import Chain
from alongside.assessments.rules.intervals import Following
from alongside.assessments.rules.looks import Looks
from alongside.assessments.wording import named
from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.measure.transitions import Pair

MOST_DRAWN = 6


@dataclass(frozen=True)
class Step:
    """One pair in words: what it is of, its numbers, and how it compares (more, fewer, alike, few)."""

    name: str
    pair: Pair
    told: str


@dataclass(frozen=True)
class Whole:
    """From before to after, with how often it then stopped or became less."""

    before: str
    after: str
    pair: Pair
    told: str
    chain: Chain


@dataclass(frozen=True)
class Order:
    """One target after another in interval recording: names, its lags, its picture and the same in words."""

    given: str
    target: str
    own: bool
    found: Following
    lags: tuple[tuple[int, Pair, str], ...]
    said: str


def steps(found: Gathered, side: str) -> list[Step]:
    """`side` "before": it after each antecedent; "after": each consequence after it. The most frequent first."""
    looks = found.sequences.looks
    if side == "before":
        return [Step(named("antecedent", str(one.given)), one, looks.told(one)) for one in found.sequences.before]
    return [Step(named("consequence", str(one.target)), one, looks.told(one)) for one in found.sequences.after]


def wholes(found: Gathered, *, most: int = 10) -> list[Whole]:
    """Antecedent, behavior, consequence: the most frequent first."""
    pairs = {(one.given, one.target): one for one in found.sequences.through}
    looks = found.sequences.looks
    return [
        Whole(
            named("antecedent", one.before), named("consequence", one.after), pairs[one.before, one.after],
            looks.told(pairs[one.before, one.after]), one,
        )
        for one in found.evidence.chains[:most]
    ]  # fmt: skip


def sentences(found: Gathered) -> list[str]:
    """What is told apart from chance, in plain words; one sentence where nothing is."""
    said = [
        say(f"assessments.step.{side}_{one.told}", name=one.name, **_numbers(one.pair))
        for side in ("before", "after") for one in steps(found, side) if one.told in ("more", "fewer")
    ]  # fmt: skip
    said += [
        say(f"assessments.step.whole_{one.told}", before=one.before, after=one.after, **_numbers(one.pair))
        for one in wholes(found) if one.told in ("more", "fewer")
    ]  # fmt: skip
    return said or [say("assessments.step.none")]


def drawn(found: Gathered) -> str:
    """The chain as SVG."""
    sides = {side: steps(found, side)[:MOST_DRAWN] for side in ("before", "after")}
    links = {
        side: [chain.Link(one.name, one.pair.probability, one.told) for one in rows] for side, rows in sides.items()
    }
    label = "; ".join(
        say(f"assessments.picture.{side}", name=one.name, share=percent(one.pair.probability),
            told=say(f"assessments.told.{one.told}"))
        for side, rows in sides.items() for one in rows
    )  # fmt: skip
    return chain.chain(links["before"], ", ".join(one.name for one in found.targets), links["after"], label)


def orders(found: Gathered) -> list[Order]:
    """Every target after every other, as interval recording has it; what is asked about first."""
    if found.intervals is None:
        return []
    return [_order(one, found.names, found.intervals.looks) for one in found.intervals.rows]


def order_drawn(one: Order) -> str:
    """Its lags as SVG."""
    spots = [lags.Spot(lag, pair.probability, pair.otherwise, told) for lag, pair, told in one.lags]
    label = "; ".join(
        say("assessments.picture.lag", lag=lag, given=percent(pair.probability), without=percent(pair.otherwise),
            told=say(f"assessments.told.{told}"))
        for lag, pair, told in one.lags
    )  # fmt: skip
    return lags.lags(spots, label=label, across=say("assessments.picture.later"))


def looks_said(looks: Looks) -> str:
    """How many pairs were looked at, and what that asks of each."""
    able = looks.number - looks.few
    values = {"number": looks.number, "few": looks.few, "least": number(looks.least), "able": able,
              "bound": number(looks.bound, 2), "chance": number(looks.by_chance, 1), "apart": looks.apart}  # fmt: skip
    return say("assessments.looks.said" if able else "assessments.looks.none", **values)


def percent(share: float | None) -> str:
    """A share as a whole percentage."""
    return say("assessments.share.none") if share is None else f"{round(100 * share)} %"


def _order(one: Following, names: Mapping[Hashable, str], looks: Looks) -> Order:
    given, target = names[one.given], names[one.target]
    told = tuple((lagged.lag, lagged.pair, looks.told(lagged.pair)) for lagged in one.lags)
    own = one.given == one.target
    after = next((pair, say_as) for lag, pair, say_as in told if lag == 1)
    values = {"given": given, "target": target, "share": percent(after[0].probability),
              "without": percent(after[0].otherwise), "seconds": one.length}  # fmt: skip
    said = say(f"assessments.order.{'own' if own else 'two'}_{after[1]}", **values)
    return Order(given, target, own, one, told, said)


def _numbers(pair: Pair) -> dict[str, object]:
    return {"count": pair.count, "of": pair.given_n, "share": percent(pair.probability),
            "expected": number(pair.expected, 1)}  # fmt: skip
