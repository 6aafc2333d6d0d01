"""A published version of a plan, and its card, as parts of a paper."""

from collections.abc import Iterator, Sequence

from alongside.foundation.messages import say
from alongside.foundation.templatetags.kit_words import fingerprint
from alongside.foundation.webkit import times
from alongside.people.lookups import Banner
from alongside.plans import known, telling
from alongside.plans.queries.shapes import VersionShown
from alongside.plans.rules import templates, texts
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block

SIGNERS = ("client", "caregiver", "clinician", "prescriber")


def part(version: VersionShown, banner: Banner, *, zone: str, more: Sequence[Block] = ()) -> Part:
    """All that a version says, who published it, and lines to sign on. `more`: blocks that stand before these."""
    whole = version.whole
    goals = (_goals(version), _interventions(whole), _targets(whole))
    sections = (*goals, _parts(whole), _moments(whole), _crisis(whole), more)
    told = [block for blocks_ in sections for block in blocks_]
    summary = [blocks.words(version.row.summary)] if version.row.summary else []
    signed = (_published(version, zone), *_to_sign())
    kind = say(f"plans.kind.{version.row.kind}")
    return Part(kind, (_facts(version, banner, zone), *summary, *told, *signed), _foot(version, banner))


def card(version: VersionShown, banner: Banner) -> Part:
    """What to do at each stage, on one page. Screen names only: it is read beside the client."""
    rows = [block for stage in version.whole.card for block in _stage(stage)]
    return Part(say("plans.card.how", name=banner.given), tuple(rows), _foot(version, banner), columns=2)


def filled(text: str) -> str:
    """A text in which every place still to be filled says so."""
    return "".join(
        words + (say("plans.gap.to_fill", gap=say(f"plans.gap.{gap}")) if gap else "")
        for words, gap in templates.split(text)
    )


def _facts(version: VersionShown, banner: Banner, zone: str) -> Block:
    row = version.row
    first, last = (times.day(at, zone, form="plain") if at else "" for at in (row.begins_at, row.ended_at))
    rows = [
        (say("plans.paper.client"), banner.name),
        (say("plans.paper.born"), times.day(banner.born, form="plain") if banner.born else ""),
        (say("plans.paper.identifier"), banner.identifier),
        (say("plans.paper.in_force"), f"{first} – {last}" if last else first),
        (say("plans.paper.review"), times.day(row.review_on, form="plain") if row.review_on else ""),
    ]
    return blocks.facts([(label, value) for label, value in rows if value])


def _foot(version: VersionShown, banner: Banner) -> str:
    number = say("plans.version.number", number=version.row.number)
    return f"{say('plans.paper.foot', identifier=banner.identifier)} · {number}"


def _goals(version: VersionShown) -> Iterator[Block]:
    for number, goal in enumerate(version.whole.goals, 1):
        yield blocks.heading(say("plans.whole.own_goal" if goal.own_words else "plans.whole.goal", number=number))
        yield blocks.words(f"“{filled(goal.words)}”" if goal.own_words else filled(goal.words))
        if goal.objectives:
            yield blocks.steps([telling.objective(one, version.names, version.units) for one in goal.objectives])


def _interventions(whole: texts.Whole) -> Iterator[Block]:
    if whole.interventions.rows:
        yield blocks.heading(say("plans.section.interventions"))
        yield blocks.points([filled(telling.intervention(row)) for row in whole.interventions.rows])


def _targets(whole: texts.Whole) -> Iterator[Block]:
    if whole.targets:
        yield blocks.heading(say("plans.whole.targets"))
    for target in whole.targets:
        yield blocks.heading(target.name, 3)
        if target.definition:
            yield blocks.words(filled(target.definition))
        measured = f"{say(f'plans.measure.{target.measure}')} · {say(f'plans.improvement.{target.improvement}')}"
        rows = [
            (say("plans.label.examples"), filled(target.examples)),
            (say("plans.label.non_examples"), filled(target.non_examples)),
            (say("plans.label.measure"), measured),
            *((label, "; ".join(value) if isinstance(value, tuple) else str(value))
              for label, value in telling.settings(target)),
            (say("plans.label.baseline"), telling.baseline(target)),
            (say("plans.label.function"), say(f"plans.function.{target.function}") if target.function else ""),
        ]  # fmt: skip
        yield blocks.points([f"{label}: {value}" for label, value in rows if value])


def _parts(whole: texts.Whole) -> Iterator[Block]:
    written = {part.key: part for part in whole.parts if part.text}
    for key in known.part_keys(whole.kind):
        if key in written:
            yield blocks.heading(say(f"plans.part.{key}.name"))
            yield blocks.words(filled(written[key].text))


def _moments(whole: texts.Whole) -> Iterator[Block]:
    moments = {name: getattr(whole.strategies, name) for name in ("before", "during", "after")}
    if any(moments.values()):
        yield blocks.heading(say("plans.section.strategies"))
    for name, lines in moments.items():
        if lines:
            yield blocks.heading(say(f"plans.moment.{name}"), 3)
            yield blocks.points([filled(line) for line in lines])


def _crisis(whole: texts.Whole) -> Iterator[Block]:
    if whole.crisis.steps:
        yield blocks.heading(say("plans.section.crisis"))
        yield blocks.steps([f"{filled(s.text)} ({s.who})" if s.who else filled(s.text) for s in whole.crisis.steps])


def _stage(stage: texts.Stage) -> Iterator[Block]:
    yield blocks.heading(say(f"plans.stage.{stage.stage}"))
    for name in ("look", "do", "dont", "say"):
        lines = getattr(stage, name)
        if lines:
            yield blocks.heading(say(f"plans.card.{name}"), 3)
            yield blocks.points([filled(line) for line in lines])


def _published(version: VersionShown, zone: str) -> Block:
    row = version.row
    assert row.published_at is not None  # a draft has no paper
    day, time = times.day(row.published_at, zone, form="plain"), times.clock(row.published_at, zone)
    at = say("plans.paper.published", day=day, time=time)
    number = say("foundation.signature.version", number=row.number)
    return blocks.signature(
        row.by, "", (at, number, say("foundation.signature.fingerprint", print=fingerprint(row.digest)))
    )


def _to_sign() -> Iterator[Block]:
    for who in SIGNERS:
        yield blocks.sign_here(say(f"plans.signer.{who}"), say("plans.paper.signature"), say("plans.paper.day"))
