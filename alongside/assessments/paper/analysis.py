"""A structured analysis on paper: its picture, its numbers, every entry with its day and who entered it."""

from collections.abc import Iterator

from alongside.assessments.paper.pictures import picture
from alongside.assessments.queries import AnalysisShown
from alongside.assessments.rules.entries import Condition
from alongside.assessments.templatetags import assessing
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.foundation.webkit.numbers import number
from alongside.measure.preference import Ranked
from alongside.people import papers
from alongside.people.banner import Banner
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block

NONE = "assessments.share.none"
MARKS = ("●", "○", "■", "□", "▲", "△")


def analysis(shown: AnalysisShown, banner: Banner) -> Part:
    """All that the page says of it."""
    told: tuple[Block, ...] = (*_drawn(shown), *_entries(shown)) if shown.entries else (_nothing(),)
    source = blocks.small(f"{say('assessments.analysis.source')}: {shown.source}")
    return Part(say(f"assessments.kind.{shown.kind}"), (_facts(shown, banner), *told, source), papers.foot(banner))


def _facts(shown: AnalysisShown, banner: Banner) -> Block:
    return papers.identity(
        banner,
        (say("assessments.form.title"), shown.title),
        (say("assessments.form.target"), shown.target),
        (say("assessments.form.names"), ", ".join(shown.names)),
        (say("assessments.form.control"), shown.control),
        (say("assessments.form.unit"), shown.unit),
    )


def _nothing() -> Block:
    return blocks.alert(say("assessments.analysis.none"))


def _drawn(shown: AnalysisShown) -> Iterator[Block]:
    yield blocks.heading(say(f"assessments.analysis.{shown.group}"))
    yield blocks.small(say(f"assessments.kind_about.{shown.kind}"))
    yield from picture(str(assessing.drawn_analysis(shown)))
    if shown.group == "segments":
        parts = zip("■□", ("test_segment", "control_segment"), strict=True)
        yield blocks.small("   ".join(f"{sign} {say(f'assessments.form.{name}')}" for sign, name in parts))
    elif shown.group == "conditions":
        marks = [f"{MARKS[n % len(MARKS)]} {one.name}" for n, one in enumerate(shown.conditions)]
        yield blocks.small("   ".join(marks))
    yield _numbers(shown)


def _numbers(shown: AnalysisShown) -> Block:
    if shown.group == "preference":
        columns = [*_columns("item", "rank"), say(f"assessments.table.chosen.{shown.kind}")]
        return blocks.table(columns, [[one.item, str(one.rank or say(NONE)), _chosen(one)] for one in shown.ranking])
    if shown.group == "segments":
        columns = [say(f"assessments.form.{name}") for name in ("condition", "test_segment", "control_segment")]
        rows = [[one.name, _of(one.test, one.trials), _of(one.control, one.trials)] for one in shown.segments]
        return blocks.table(columns, rows)
    columns = [say("assessments.form.condition"), *_columns("sessions", "mean")]
    columns += [say("assessments.table.apart", control=shown.control)] if shown.control else []
    lined = bool(shown.control) and shown.kind == "multielement"
    columns += _columns("lines") if lined else []
    return blocks.table(columns, [_condition(shown, one, lined) for one in shown.conditions])


def _chosen(one: Ranked) -> str:
    if not one.rank:
        return say(NONE)
    return f"{number(one.percent or 0, 0)} % ({_of(number(one.times), number(one.of))})"


def _condition(shown: AnalysisShown, one: Condition, lined: bool) -> list[str]:
    row = [one.name, str(len(one.points)), say(NONE) if one.mean is None else number(one.mean, 2)]
    if shown.control:
        seen = one.against if one.against and one.against.n else None
        row.append(f"{number(seen.difference or 0, 2)} ({_of(seen.above, seen.n)})" if seen else say(NONE))
    return [*row, _lines(one)] if lined else row


def _lines(one: Condition) -> str:
    if one.lines is None or one.lines.upper is None:
        return say(NONE)
    code = "stands_out" if one.lines.differentiated else "does_not"
    return say(f"assessments.table.{code}", above=one.lines.above, of=one.lines.n)


def _entries(shown: AnalysisShown) -> Iterator[Block]:
    yield blocks.heading(say("assessments.analysis.entries"))
    rows = []
    for entry in shown.entries:
        day, who = shown.days[entry.number]
        said = assessing.entry_said(dict(entry.details), shown.kind)
        rows.append([said, str(entry.number), times.day(day, form="plain"), who])
    columns = [say("assessments.paper.entry"), *_columns("number"), say("assessments.form.done_on")]
    yield blocks.table([*columns, say("assessments.paper.by")], rows, wide=True)


def _of(count: object, of: object) -> str:
    return say("assessments.table.of", count=count, of=of)


def _columns(*names: str) -> list[str]:
    return [say(f"assessments.table.{name}") for name in names]
