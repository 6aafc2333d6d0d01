"""What was found at an intake, as a part of a paper: as it was signed, with who has read it."""

from collections.abc import Iterator

from alongside.documents.papers import moment, signatures
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.intake.found import SummaryShown
from alongside.intake.queries.summary import Printed
from alongside.people import papers
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block

TEXTS = ("strengths", "findings", "risk", "recommendations")


def summary(found: Printed, *, zone: str) -> Part:
    """Every text of it, who signed it, whom it was sent to and who has read it."""
    one = found.summary
    number = say("intake.word.number", number=one.number)
    facts = papers.identity(
        found.banner,
        (say("intake.paper.began"), times.day(found.began_on, form="plain")),
        (say("intake.paper.sent"), times.day(one.at, zone, form="plain")),
    )
    told = (facts, *_texts(one), *_signed(one, zone), *_readers(one, zone))
    return Part(say("intake.paper.title"), told, papers.foot(found.banner, number))


def _texts(one: SummaryShown) -> Iterator[Block]:
    for name in TEXTS:
        if text := getattr(one, name):
            yield blocks.heading(say(f"intake.word.{name}"))
            yield blocks.words(text)


def _signed(one: SummaryShown, zone: str) -> Iterator[Block]:
    yield blocks.heading(say("intake.paper.signed"))
    if one.version is None:
        yield blocks.signature(one.name, one.credential, (moment(one.at, zone), say("intake.paper.unsigned")))
    else:
        yield from signatures(one.signatures, number=one.version, zone=zone)


def _readers(one: SummaryShown, zone: str) -> Iterator[Block]:
    yield blocks.heading(say("intake.step.seen"))
    if not one.readers:
        yield blocks.line(say("intake.paper.nobody"))
        return
    rows = [[r.name, moment(r.at, zone) if r.at else say("intake.word.unread"), r.remark] for r in one.readers]
    yield blocks.table([say(f"intake.paper.{name}") for name in ("who", "read", "remark")], rows)
