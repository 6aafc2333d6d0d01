"""What the records say, on paper: every picture with its numbers as a table below it."""

from collections.abc import Iterator, Sequence

from alongside.assessments.gathering import Gathered
from alongside.assessments.paper.following import sequences
from alongside.assessments.paper.pictures import columns, picture
from alongside.assessments.rules.evidence import BESIDE, Evidence, Line
from alongside.assessments.templatetags import assessing
from alongside.assessments.wording import named, scatter_words
from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.printing import paper as blocks
from alongside.printing.paper import Block

AROUND = [field for field in BESIDE if field != "antecedent"]


def evidence(whole: Gathered) -> Iterator[Block]:
    """Just before, just after, what follows what, when, and everything else around it."""
    found = whole.evidence
    yield blocks.heading(say("assessments.evidence.before"))
    yield blocks.small(say("assessments.evidence.likely"))
    yield from _likely(found.beside["antecedent"], "antecedent")
    yield from _after(found)
    yield from sequences(whole)
    yield from _when(found)
    yield blocks.heading(say("assessments.evidence.around"))
    count, of = found.replaced
    yield blocks.small(say("assessments.evidence.replaced", count=count, of=of))
    for field in AROUND:
        yield blocks.heading(say(f"assessments.field.{field}"), 3)
        yield from _likely(found.beside[field], field)


def _likely(lines: Sequence[Line], field: str) -> Iterator[Block]:
    if not lines:
        yield blocks.line(say("assessments.evidence.none"))
        return
    yield from picture(str(assessing.likely(tuple(lines), field)))
    yield blocks.small(_legend())
    heads = [say(f"assessments.field.{field}"), *columns("given", "without", "all", "delta")]
    rows = [
        [
            named(field, line.note), *map(assessing.share, (line.found.given, line.found.without)),
            assessing.share(line.found.background), assessing.signed_share(line.found.table.delta),
        ]
        for line in lines
    ]  # fmt: skip
    yield blocks.table(heads, rows)


def _after(found: Evidence) -> Iterator[Block]:
    yield blocks.heading(say("assessments.evidence.after"))
    if not found.after:
        yield blocks.line(say("assessments.evidence.none"))
        return
    yield blocks.small(say("assessments.evidence.after_about"))
    yield from picture(str(assessing.likely(found.after, "consequence")), say("assessments.evidence.followed"))
    yield blocks.small(_legend())
    yield from picture(str(assessing.contingencies(found.after)), say("assessments.evidence.space"))
    yield blocks.small(say("assessments.evidence.space_about" if found.samples else "assessments.evidence.no_space"))
    heads = [say("assessments.field.consequence"), *columns("after", "not_after", "value", "delta", "risk", "q")]
    yield blocks.table(heads, [_followed(n, line) for n, line in enumerate(found.after, 1)])
    yield blocks.small(say("assessments.evidence.how"))


def _followed(place: int, line: Line) -> list[str]:
    table = line.found.table
    return [
        f"{place} {named('consequence', line.note)}", *map(assessing.share, (line.found.given, line.found.without)),
        assessing.signed_share(table.value), assessing.signed_share(table.delta),
        assessing.times_as(table.relative_risk), assessing.times_as(table.yules_q),
    ]  # fmt: skip


def _when(found: Evidence) -> Iterator[Block]:
    yield blocks.heading(say("assessments.evidence.when"))
    yield blocks.line(scatter_words(found))
    if not found.when.cells:
        return
    yield from picture(str(assessing.scatter(found)))
    signs = {"none": "□", "some": "⧄", "many": "■", "high": "○", "unseen": "·"}
    yield blocks.small("   ".join(f"{sign} {say(f'assessments.legend.{name}')}" for name, sign in signs.items()))
    rows = [
        [time, str(count), number(hours, 1), say("assessments.legend.high") if high else ""]
        for time, count, hours, high in assessing.by_time(found.when)
    ]
    yield blocks.table(columns("time", "times", "hours", "high"), rows)


def _legend() -> str:
    return f"● {say('assessments.legend.given')}   ○ {say('assessments.legend.without')}"
