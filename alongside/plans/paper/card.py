"""The plan card, and what to do in a crisis: papers that are read beside the client."""

from collections.abc import Iterator

from alongside.foundation.messages import say
from alongside.people import papers
from alongside.people.lookups import Banner
from alongside.plans.paper.words import filled, foot
from alongside.plans.queries.printed import Printed
from alongside.plans.queries.shapes import VersionShown
from alongside.plans.rules import texts
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block

URGENT = ("escalating", "crisis", "recovery")


def card(version: VersionShown, banner: Banner) -> Part:
    """What to do at each stage, on one page. Screen names only: it is read beside the client."""
    rows = [block for stage in version.whole.card for block in _stage(stage)]
    return Part(say("plans.card.how", name=banner.given), tuple(rows), foot(version, banner), columns=2)


def crisis(printed: Printed, banner: Banner) -> Part:
    """What must be known first, the crisis steps in order, what to do while it rises and afterwards, whom to call."""
    version, whole = printed.version, printed.version.whole
    alerts = (blocks.alert(one.text) for one in banner.alerts)
    stages = (block for stage in whole.card if stage.stage in URGENT for block in _stage(stage))
    told = (*alerts, *_steps(whole), *_cautions(whole), *stages, *_restricted(version), *_call(printed))
    return Part(say("plans.crisis_page.title"), (papers.identity(banner), *told), foot(version, banner))


def _steps(whole: texts.Whole) -> Iterator[Block]:
    yield blocks.heading(say("plans.section.crisis"))
    if whole.crisis.steps:
        yield blocks.steps([f"{filled(s.text)} ({s.who})" if s.who else filled(s.text) for s in whole.crisis.steps])
    else:
        yield blocks.line(say("plans.crisis_page.no_steps"))


def _cautions(whole: texts.Whole) -> Iterator[Block]:
    for part in whole.parts:
        if part.key == "cautions" and part.text:
            yield blocks.words(filled(part.text))


def _restricted(version: VersionShown) -> Iterator[Block]:
    """Procedures that may be used today. What is suspended or was never agreed to stands on no paper for a crisis."""
    allowed = [one.said for one in version.standing if not one.is_suspended]
    if allowed:
        yield blocks.heading(say("plans.crisis_page.allowed"))
        kinds = ((say(f"plans.restrictive.kind.{one.kind}"), one) for one in allowed)
        yield blocks.points([f"{kind}: {filled(one.what)}. {one.when}" for kind, one in kinds])


def _call(printed: Printed) -> Iterator[Block]:
    yield blocks.heading(say("plans.crisis_page.call"))
    rows = [(say("plans.crisis_page.danger"), "911"), (say("plans.crisis_page.lifeline"), "988")]
    rows += [(one.name, one.number) for one in printed.on_call]
    yield blocks.facts(rows)
    yield blocks.small(say("plans.crisis_page.family"))
    yield blocks.blanks([say("plans.crisis_page.name"), say("plans.crisis_page.number")] * 2)


def _stage(stage: texts.Stage) -> Iterator[Block]:
    yield blocks.heading(say(f"plans.stage.{stage.stage}"))
    for name in ("look", "do", "dont", "say"):
        lines = getattr(stage, name)
        if lines:
            yield blocks.heading(say(f"plans.card.{name}"), 3)
            yield blocks.points([filled(line) for line in lines])
