"""Sequences, interval recording and two observers on paper: each picture with its numbers and its warning."""

from collections.abc import Iterator

from alongside.assessments import following
from alongside.assessments.gathering import Gathered
from alongside.assessments.paper.pictures import columns, picture
from alongside.assessments.rules.observers import Compared
from alongside.assessments.templatetags import following as words
from alongside.assessments.templatetags.assessing import times_as
from alongside.assessments.wording import named
from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.measure.transitions import Pair
from alongside.printing import paper as blocks
from alongside.printing.paper import Block

PAIR = ("times", "share", "otherwise", "expected", "residual", "q", "verdict")


def sequences(found: Gathered) -> Iterator[Block]:
    """Before, behavior, after: the picture, what stands out, and the numbers."""
    yield blocks.heading(say("assessments.evidence.sequences"))
    before, after = following.steps(found, "before"), following.steps(found, "after")
    if not before and not after:
        yield blocks.line(say("assessments.evidence.none"))
        return
    yield blocks.small(say("assessments.evidence.sequences_about"))
    yield from picture(following.drawn(found))
    yield blocks.heading(say("assessments.evidence.apart_from_chance"), 3)
    yield blocks.points(following.sentences(found))
    rows = [[say("assessments.step.before_it", name=one.name), *_pair(one.pair, one.told)] for one in before]
    rows += [[say("assessments.step.it_after", name=one.name), *_pair(one.pair, one.told)] for one in after]
    yield blocks.table(columns("step", *PAIR), rows)
    if found.evidence.chains:
        yield blocks.heading(say("assessments.evidence.wholes"), 3)
        wholes = [_whole(one) for one in following.wholes(found)]
        yield blocks.table(columns("sequence", "times", "expected", "residual", "verdict", "calmed"), wholes, wide=True)
    yield from _how(following.looks_said(found.sequences.looks))
    if found.evidence.runs:
        yield blocks.heading(say("assessments.evidence.runs"), 3)
        yield blocks.points([_run(run, count) for run, count in found.evidence.runs])


def intervals(found: Gathered) -> Iterator[Block]:
    """What follows what in interval recording; nothing where nothing was recorded so."""
    if found.intervals is None:
        return
    yield blocks.heading(say("assessments.evidence.intervals"))
    yield blocks.small(say("assessments.evidence.intervals_about"))
    yield blocks.points(words.how_recorded(found))
    for one in following.orders(found):
        named_so = {"target": one.target} if one.own else {"target": one.target, "given": one.given}
        yield blocks.heading(say(f"assessments.order.{'own' if one.own else 'title'}", **named_so), 3)
        yield blocks.line(one.said)
        yield blocks.small(say("assessments.order.of", count=one.found.visits, seconds=one.found.length))
        yield from picture(following.order_drawn(one))
        yield blocks.table(columns("later", *PAIR), [[str(lag), *_pair(pair, told)] for lag, pair, told in one.lags])
    yield from _how(following.looks_said(found.intervals.looks))


def observers(twice: Compared | None) -> Iterator[Block]:
    """How two people's records of the same visits agree; nothing where nobody kept a second record."""
    if twice is None:
        return
    yield blocks.heading(say("assessments.evidence.observers"))
    yield blocks.line(say("assessments.evidence.observers_about", count=twice.visits))
    seen = {"both": twice.both, "first": twice.first_only, "second": twice.second_only}
    yield blocks.line(say("assessments.evidence.observers_seen", **seen))
    events = words.agreed_events(twice.events, twice.both, twice.first_only, twice.second_only)
    rows = [[say("assessments.agreed.events"), events, say("assessments.share.none")]]
    rows += [[say(f"assessments.agreed.{one.field}"), words.agreed(one), times_as(one.kappa)] for one in twice.fields]
    yield blocks.table(columns("part", "agreed", "kappa"), rows)
    if twice.few:
        yield blocks.alert(say("assessments.evidence.observers_few", least=twice.least))
    yield blocks.small(say("assessments.evidence.observers_how", seconds=number(twice.seconds, 0)))


def _pair(pair: Pair, told: str) -> list[str]:
    return [
        say("assessments.table.of", count=pair.count, of=pair.given_n), following.percent(pair.probability),
        following.percent(pair.otherwise), number(pair.expected, 1), times_as(pair.residual), times_as(pair.yules_q),
        say(f"assessments.told.{told}"),
    ]  # fmt: skip


def _whole(one: following.Whole) -> list[str]:
    calmed = say("assessments.share.none")
    if one.chain.told:
        calmed = say("assessments.table.of", count=one.chain.calmed, of=one.chain.told)
    return [
        " → ".join((one.before, say("assessments.table.behavior"), one.after)), str(one.pair.count),
        number(one.pair.expected, 1), times_as(one.pair.residual), say(f"assessments.told.{one.told}"), calmed,
    ]  # fmt: skip


def _run(run: tuple[str, ...], count: int) -> str:
    return f"{' → '.join(named('antecedent', one) for one in run)}: {say('assessments.evidence.run', count=count)}"


def _how(looks: str) -> Iterator[Block]:
    yield blocks.small(looks)
    yield blocks.small(f"{say('assessments.evidence.order_how')} {say('assessments.evidence.descriptive_order')}")
