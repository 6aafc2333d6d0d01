"""All that a published version of a plan says, as a part of a paper."""

from collections.abc import Iterator

from alongside.foundation.messages import say
from alongside.foundation.templatetags.kit_words import fingerprint
from alongside.foundation.webkit import times
from alongside.people.lookups import Banner
from alongside.plans import known, telling
from alongside.plans.paper.stood import stood
from alongside.plans.paper.words import filled, foot
from alongside.plans.queries.printed import Printed
from alongside.plans.queries.shapes import VersionShown, Voice
from alongside.plans.rules import texts
from alongside.plans.rules.restrictive import Gate
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block


def part(printed: Printed, banner: Banner, *, zone: str) -> Part:
    """All that a version says, who published it, and what stands on it: reviews, readers, signatures."""
    version, whole = printed.version, printed.version.whole
    goals = (_goals(version), _interventions(whole), _targets(whole))
    sections = (*goals, _parts(whole), _moments(whole), _crisis(whole), _restricted(version))
    told = [block for blocks_ in sections for block in blocks_]
    summary = [blocks.words(version.row.summary)] if version.row.summary else []
    on_it = stood(printed.stood, zone=zone) if printed.stood else ()
    kind = say(f"plans.kind.{version.row.kind}")
    voice = _voice(printed.voice)
    whole_ = (_facts(version, banner, zone), *summary, *voice, *told, _published(version, zone), *on_it)
    return Part(kind, whole_, foot(version, banner))


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


def _voice(voice: Voice) -> Iterator[Block]:
    """Who this is about, before what is planned: in their own words, as the record says it today."""
    said = (f"“{voice.own_words}”" if voice.own_words else "", voice.strengths, voice.matters, voice.culture)
    for name, text in zip(("own_words", "strengths", "matters", "culture"), said, strict=True):
        if text:
            yield blocks.heading(say(f"plans.voice.{name}"), 3)
            yield blocks.words(text)


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


def _restricted(version: VersionShown) -> Iterator[Block]:
    if version.standing:
        yield blocks.heading(say("plans.paper.restricted"))
    for one in version.standing:
        kind = say(f"plans.restrictive.kind.{one.said.kind}")
        yield blocks.heading(" · ".join([kind, *[say("plans.restrictive.suspended")] * one.is_suspended]), 3)
        yield blocks.words(filled(one.said.what))
        tried = [(say("plans.restriction.tried"), telling.tried(this)) for this in one.said.tried]
        yield blocks.points([f"{label}: {text}" for label, text in (*telling.limits(one.said), *tried)])
        columns = [say(f"plans.paper.{name}") for name in ("gate", "agreed", "holds")]
        yield blocks.table(columns, [_gate(gate) for gate in one.gates])


def _gate(gate: Gate) -> list[str]:
    name, approval = say(f"plans.restrictive.gate.{gate.gate}"), gate.approval
    who = f"{approval.by}, {approval.capacity}" if approval else "–"
    if approval and gate.state in ("good", "soon", "lapsed"):
        code = "lapsed" if gate.state == "lapsed" else "until"
        return [name, who, say(f"plans.gate.{code}", day=times.day(approval.expires_on, form="plain"))]
    return [name, who, say(f"plans.gate.{gate.state}")]


def _published(version: VersionShown, zone: str) -> Block:
    row = version.row
    assert row.published_at is not None  # a draft has no paper
    day, time = times.day(row.published_at, zone, form="plain"), times.clock(row.published_at, zone)
    at = say("plans.paper.published", day=day, time=time)
    number = say("foundation.signature.version", number=row.number)
    return blocks.signature(
        row.by, "", (at, number, say("foundation.signature.fingerprint", print=fingerprint(row.digest)))
    )
