"""One assessment on paper: what was decided, what is missing, what speaks for what, every number, who signed."""

from collections.abc import Iterator

from alongside.assessments.lookups.decided import Decided
from alongside.assessments.paper.evidence import evidence
from alongside.assessments.paper.following import intervals, observers
from alongside.assessments.queries import Shown
from alongside.assessments.rules.hypotheses import Hypothesis
from alongside.assessments.templatetags.assessing import point
from alongside.documents.papers import signatures
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.people import papers
from alongside.people.banner import Banner
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block


def assessment(shown: Shown, banner: Banner, *, zone: str) -> Part:
    """All that the page says; a decision that is signed stands first, and its signatures last."""
    newest = shown.decided[0] if shown.decided else None
    numbers = [
        *(evidence(shown.found) if shown.found.evidence.n else ()), *intervals(shown.found),
        *observers(shown.found.compared),
    ]  # fmt: skip
    told = (*_defined(shown), *_decision(shown, newest), *_gaps(shown), *_hypotheses(shown), *numbers)
    signed = (*_before(shown, zone), *_signed(newest, zone))
    return Part(say("assessments.paper.title"), (_facts(shown, banner, zone), *told, *signed), papers.foot(banner))


def _facts(shown: Shown, banner: Banner, zone: str) -> Block:
    row = shown.row
    first, last = (times.day(day, form="plain") for day in (row.began_on, row.until))
    opened = say("assessments.paper.opened", day=times.day(row.opened_at, zone, form="plain"), name=row.opened_by)
    return papers.identity(
        banner,
        (say("assessments.form.targets"), ", ".join(row.targets)),
        (say("assessments.paper.span"), f"{first} – {last}"),
        (say("assessments.paper.begun"), opened),
        (say("assessments.paper.state"), say(f"assessments.state.{row.state}")),
        (say("assessments.form.question"), row.question),
    )


def _defined(shown: Shown) -> Iterator[Block]:
    for target in shown.found.targets:
        if target.definition:
            yield blocks.heading(target.name)
            yield blocks.words(target.definition)


def _decision(shown: Shown, newest: Decided | None) -> Iterator[Block]:
    if shown.closed:
        yield blocks.alert(f"{say('assessments.see.closed')} {shown.closed}")
    if newest is None:
        if not shown.closed:
            yield blocks.alert(say("assessments.paper.undecided"))
        return
    if shown.row.state == "rewritten":
        yield blocks.alert(say("assessments.paper.rewritten", number=newest.number))
    several = [say(f"assessments.named.{one}") for one in newest.decision.functions] if _several(newest) else []
    yield blocks.heading(say("assessments.decided.label"))
    yield blocks.line(": ".join([say(f"assessments.named.{newest.function}"), *[", ".join(several)] * bool(several)]),
                      strong=True)  # fmt: skip
    yield blocks.words(newest.statement)
    sure = say(f"assessments.confidence.{newest.decision.confidence}")
    yield blocks.line(f"{say('assessments.decided.sure')} {sure}")
    if newest.decision.reasons:
        yield blocks.words(newest.decision.reasons)
    first, last = (times.day(day, form="plain") for day in (newest.began_on, newest.until))
    counts = {name: newest.numbers[name] for name in ("occurrences", "samples", "sessions")}
    yield blocks.small(say("assessments.decided.stands_on", begins=first, ends=last, **counts))


def _several(one: Decided) -> bool:
    return one.function == "multiple"


def _gaps(shown: Shown) -> Iterator[Block]:
    yield blocks.heading(say("assessments.gap.title"))
    yield blocks.points([say(gap.code, **gap.values) for gap in shown.found.gaps])


def _hypotheses(shown: Shown) -> Iterator[Block]:
    if not shown.found.weighed:
        return
    yield blocks.heading(say("assessments.hypothesis.title"))
    yield blocks.small(say("assessments.hypothesis.about"))
    for one in shown.found.hypotheses:
        yield from _hypothesis(one)


def _hypothesis(one: Hypothesis) -> Iterator[Block]:
    name, strength = say(f"assessments.named.{one.function}"), say(f"assessments.strength.{one.strength}")
    yield blocks.heading(f"{name}: {strength}", 3)
    yield blocks.small(say(f"assessments.hypothesis.{one.function}"))
    for side, found in (("for", one.pros), ("against", one.cons), ("open", one.rest)):
        if found:
            yield blocks.heading(say(f"assessments.hypothesis.{side}"), 4)
            yield blocks.points([point(this) for this in found])


def _before(shown: Shown, zone: str) -> Iterator[Block]:
    if len(shown.decided) > 1:
        yield blocks.heading(say("assessments.see.before"))
        yield blocks.points([_earlier(one, zone) for one in shown.decided[1:]])


def _earlier(one: Decided, zone: str) -> str:
    day = times.day(one.signed_at, zone, form="plain")
    version = say("assessments.see.version", number=one.number, day=day, name=one.signed_by)
    return f"{say(f'assessments.named.{one.function}')}. {version}. {one.statement}"


def _signed(newest: Decided | None, zone: str) -> Iterator[Block]:
    yield blocks.heading(say("assessments.paper.signed"))
    if newest is None:
        yield blocks.line(say("foundation.signature.waiting"))
    else:
        yield from signatures(newest.signatures, number=newest.number, zone=zone)
