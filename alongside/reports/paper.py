"""A signed report as a part of a paper: who it is about, its parts with their graphs, its signatures."""

from collections.abc import Iterator
from datetime import date

from alongside.foundation.messages import say
from alongside.foundation.templatetags.kit_times import zone_name
from alongside.foundation.templatetags.kit_words import fingerprint
from alongside.foundation.webkit import times
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block
from alongside.reports import drawing
from alongside.reports.queries import Shown


def part(report: Shown, *, zone: str) -> Part:
    """The newest signed version, in the language that is being spoken."""
    head = report.body["head"]
    first, last = (_day(head[name]) for name in ("first_day", "last_day"))
    foot = say("reports.paper.foot", name=head["name"], identifier=head["identifier"], first=first, last=last)
    sections = (block for section in report.body["sections"] for block in _section(section))
    return Part(say("reports.paper.title"), (_facts(report), *sections, *_signed(report, zone)), foot)


def _day(day: str) -> str:
    return times.day(date.fromisoformat(day), form="plain")


def _facts(report: Shown) -> Block:
    head = report.body["head"]
    rows = [
        (say("reports.paper.client"), head["name"]),
        (say("reports.paper.born"), _day(head["born"]) if head["born"] else ""),
        (say("reports.paper.number"), head["identifier"]),
        (say("reports.paper.span"), f"{_day(head['first_day'])} – {_day(head['last_day'])}"),
        (say("reports.paper.to"), head["addressee"]),
        (say("reports.paper.diagnosis"), head["diagnosis"]),
    ]
    return blocks.facts([(label, value) for label, value in rows if value])


def _section(section: dict[str, object]) -> Iterator[Block]:
    yield blocks.heading(str(section["title"]))
    yield blocks.words(str(section["text"]))
    chart = section.get("chart")
    if isinstance(chart, dict):
        title = say("reports.paper.graph", measure=chart["measure"])
        if svg := drawing.drawn(chart, f"c{str(section['key'])[-6:]}", title):
            yield blocks.chart(svg, drawing.alternative(chart), title)


def _signed(report: Shown, zone: str) -> Iterator[Block]:
    version = report.newest
    for signed in version.signatures if version else ():
        day, time = times.day(signed.at, zone, form="plain"), times.clock(signed.at, zone)
        at = say("reports.paper.signed", day=day, time=time, zone=zone_name(signed.at, zone))
        number = say("foundation.signature.version", number=version.number if version else 0)
        name = f"{signed.name}, {signed.credential}" if signed.credential else signed.name
        print_ = say("foundation.signature.fingerprint", print=fingerprint(signed.digest))
        yield blocks.signature(name, signed.capacity, (at, number, print_))
