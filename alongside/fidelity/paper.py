"""How a plan is carried out, on paper: the checklist of a version to score by hand, and a check as it was scored."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from alongside.documents.papers import moment
from alongside.fidelity.queries import Checklist, CheckShown
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.foundation.webkit.numbers import number
from alongside.people import papers
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block

RESULTS = ("yes", "no", "na")


def checklist(shown: Checklist) -> Part:
    """Every step of the version with a box for each answer, for somebody who watches without a device."""
    head = blocks.blanks([say(f"fidelity.paper.{name}") for name in ("day", "from_to", "who", "by")])
    steps = list(_steps((one.moment, one.text) for one in shown.steps)) or [blocks.alert(say("fidelity.page.no_plan"))]
    tail = (
        blocks.blanks([say(f"fidelity.paper.{name}") for name in ("done", "applied", "percent", "signature")]),
        blocks.answer(say("fidelity.form.remark"), lines=2), blocks.small(say("fidelity.paper.how")),
    )  # fmt: skip
    version = say("plans.version.number", number=shown.number)
    told = (papers.identity(shown.banner), head, *steps, *tail)
    return Part(say("fidelity.paper.checklist"), told, papers.foot(shown.banner, version))


def check(shown: CheckShown, *, zone: str) -> Part:
    """One check with each step; one that was corrected later says so."""
    told = (_facts(shown, zone), *_corrected(shown), *_scored(shown), *_remark(shown), *_by(shown, zone))
    version = say("plans.version.number", number=shown.point.number)
    return Part(say("fidelity.paper.check"), told, papers.foot(shown.banner, version))


def _steps(steps: Iterable[tuple[str, str]]) -> Iterator[Block]:
    columns = [say("fidelity.paper.step"), *(say(f"fidelity.result.{one}") for one in RESULTS)]
    for at, found in groupby(steps, key=lambda step: step[0]):
        yield blocks.heading(say(f"fidelity.moment.{at}"))
        yield blocks.table(columns, [[text, "", "", ""] for _, text in found], wide=True)


def _facts(shown: CheckShown, zone: str) -> Block:
    point = shown.point
    return papers.identity(
        shown.banner,
        (say("fidelity.paper.day"), times.day(point.day, form="plain")),
        (say("fidelity.form.kind"), say(f"fidelity.kind.{point.kind}")),
        (say("fidelity.paper.who"), point.who),
        (say("fidelity.paper.by"), point.by),
    )


def _corrected(shown: CheckShown) -> Iterator[Block]:
    if shown.followed_by:
        yield blocks.alert(say("fidelity.check.replaced"))
    if shown.follows_id:
        yield blocks.line(f"{say('fidelity.check.corrects')} {shown.reason}")


def _scored(shown: CheckShown) -> Iterator[Block]:
    point = shown.point
    yield blocks.heading(say("fidelity.check.heading", percent=number(point.percent, 0)))
    yield blocks.line(say("fidelity.check.counted", correct=point.correct, applicable=point.applicable))
    columns = [say("fidelity.paper.step"), say("fidelity.paper.moment"), say("fidelity.paper.seen")]
    rows = [[text, say(f"fidelity.moment.{at}"), say(f"fidelity.result.{said}")] for _, at, text, said in shown.scores]
    yield blocks.table(columns, rows, wide=True)


def _remark(shown: CheckShown) -> Iterator[Block]:
    if shown.remark:
        yield blocks.heading(say("fidelity.form.remark"))
        yield blocks.words(shown.remark)


def _by(shown: CheckShown, zone: str) -> Iterator[Block]:
    version = say("foundation.signature.version", number=shown.point.number)
    yield blocks.signature(shown.point.by, say("fidelity.paper.scored"), (moment(shown.point.at, zone), version))
