"""A signed note as a part of a paper: identity, the text with the numbers of its evidence, addenda, signatures."""

from collections.abc import Iterator

from alongside.foundation.messages import say
from alongside.foundation.templatetags.kit_times import zone_name
from alongside.foundation.templatetags.kit_words import fingerprint
from alongside.foundation.webkit import times
from alongside.notes.queries.reading import Read
from alongside.notes.versions import VersionRead
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block


def part(note: Read, *, zone: str) -> Part:
    """The newest whole text of a note that was signed once, with everything added to it since."""
    text = note.text
    assert text is not None  # whoever has no text yet has no paper
    above = text.above
    foot = say(
        "notes.print.foot", name=above.legal_name, identifier=above.identifier,
        day=times.day(above.service_day, form="plain"),
    )  # fmt: skip
    rows = (blocks.facts(_facts(text)), *_late(text, zone), *_sections(text), *_rests(text), *_signed(text, zone))
    return Part(say("notes.print.title"), (*rows, *_added(note, zone)), foot)


def _facts(text: VersionRead) -> list[tuple[str, str]]:
    above = text.above
    also = f" ({above.client_name})" if above.client_name != above.legal_name else ""
    ended = f"{times.clock(above.ended_at, above.zone)} {zone_name(above.ended_at, above.zone)}"
    service = ", ".join(word for word in (above.programme, above.service_code, above.modality) if word)
    return [
        (say("notes.print.client"), above.legal_name + also),
        (say("notes.print.born"), times.day(above.born, form="plain") if above.born else "–"),
        (say("notes.print.number"), above.identifier),
        (say("notes.print.diagnosis"), above.diagnosis or "–"),
        (say("notes.print.day"), times.day(above.service_day)),
        (say("notes.print.times"), f"{times.clock(above.began_at, above.zone)} – {ended}"),
        (say("notes.print.units"), say("notes.print.units_of", count=above.units, minutes=above.minutes)),
        (say("notes.print.place"), f"{above.place or '–'} ({above.place_code})"),
        (say("notes.print.service"), service),
        (say("notes.form.present"), text.present or "–"),
    ]


def _late(text: VersionRead, zone: str) -> Iterator[Block]:
    if text.late:
        service, entry = (times.day(text.above.service_day, form="plain"), times.day(text.at, zone, form="plain"))
        yield blocks.line(say("notes.page.late", service=service, entry=entry), strong=True)


def _sections(text: VersionRead) -> Iterator[Block]:
    for section in text.sections:
        if section.sentences:
            yield blocks.heading(section.title)
            yield blocks.words(*((s.text, str(s.number) if s.chips else "") for s in section.sentences))


def _rests(text: VersionRead) -> Iterator[Block]:
    cited = [s for section in text.sections for s in section.sentences if s.chips]
    rests = [
        f"{s.number} " + "; ".join(f"{c.label}, {c.times}" if c.times else c.label for c in s.chips) for s in cited
    ]
    yield blocks.heading(say("notes.print.rests_on"))
    yield blocks.small(" ".join(f"{one}." for one in rests) + " " + say("notes.print.own_words"))


def _added(note: Read, zone: str) -> Iterator[Block]:
    for added in note.addenda:
        day, time = times.day(added.at, zone, form="plain"), times.clock(added.at, zone)
        yield blocks.heading(say("notes.page.addendum_of", day=day, time=time, number=added.adds_to))
        yield blocks.words(added.added)
        yield blocks.small(say("notes.page.addendum_reason", reason=added.reason))
        yield from _signed(added, zone)


def _signed(version: VersionRead, zone: str) -> Iterator[Block]:
    for signed in version.signatures:
        at = signed.device_at or signed.at
        day, received_day = (times.day(moment, zone, form="plain") for moment in (at, signed.at))
        when = {"day": day, "time": times.clock(at, zone), "zone": zone_name(at, zone)}
        if signed.device_at:
            received = times.clock(signed.at, zone)
            said = say("notes.signature.device", **when, received_day=received_day, received=received)
        elif signed.meaning == "authored":
            said = say("notes.signature.authored", **when)
        else:
            said = say("notes.signature.cosigned", **when)
        name = f"{signed.name}, {signed.credential}" if signed.credential else signed.name
        number = say("foundation.signature.version", number=version.number)
        print_ = say("foundation.signature.fingerprint", print=fingerprint(signed.digest))
        yield blocks.signature(name, signed.capacity, (said, number, print_))
