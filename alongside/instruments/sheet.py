"""Signed answers as a part of a paper: who was asked, what it came to, every answer, who signed."""

from collections.abc import Iterator

from alongside.documents import sheets
from alongside.foundation.messages import say
from alongside.foundation.templatetags.kit_times import zone_name
from alongside.foundation.templatetags.kit_words import fingerprint
from alongside.foundation.webkit import times
from alongside.instruments import wording
from alongside.instruments.queries.reading import Read
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block
from alongside.questionnaires.items import Questionnaire


def part(found: Read, asked: Questionnaire | None, *, zone: str) -> Part:
    """The newest signed version; `asked` is None where results alone were entered."""
    newest = found.newest
    assert newest is not None  # a draft has no paper
    answered = sheets.answered(asked, newest.body.get("item", ())) if asked else ()
    rights = [blocks.small(found.about["licence"]["words"])] if found.about else []
    rows = (
        _facts(found),
        *_away(found, zone),
        *_voided(found, zone),
        *_scores(found),
        *answered,
        *rights,
        *_signed(found, zone),
    )
    return Part(found.answering.title, rows, say("instruments.paper.foot", identifier=found.banner.identifier))


def _facts(found: Read) -> Block:
    one, banner = found.answering, found.banner
    respondent = say(f"instruments.respondent.{one.respondent}")
    rows = [
        (say("instruments.paper.client"), banner.name),
        (say("instruments.paper.born"), times.day(banner.born, form="plain") if banner.born else ""),
        (say("instruments.paper.identifier"), banner.identifier),
        (say("instruments.form.taken_on"), times.day(one.taken_on, form="plain")),
        (say("instruments.form.respondent"), ", ".join(word for word in (respondent, one.answered_by) if word)),
    ]
    return blocks.facts([(label, value) for label, value in rows if value])


def _away(found: Read, zone: str) -> Iterator[Block]:
    """That nobody here signed it, and who made it where, as the file says."""
    if found.away:
        for words in wording.away(found.away, zone):
            yield blocks.small(words)


def _voided(found: Read, zone: str) -> Iterator[Block]:
    if found.voided:
        day = times.day(found.voided.at, zone, form="plain")
        yield blocks.alert(say("instruments.read.voided", name=found.voided.by, day=day) + "\n" + found.voided.reason)


def _scores(found: Read) -> Iterator[Block]:
    if found.scores:
        columns = [say(f"instruments.read.{name}") for name in ("scale", "total", "screen", "remark")]
        screens = {None: "–", True: say("instruments.score.positive"), False: say("instruments.score.negative")}
        rows = [[s.name, wording.total(s), screens[s.positive], wording.remark(s) or "–"] for s in found.scores]
        yield blocks.table(columns, rows, say("instruments.read.scores"))


def _signed(found: Read, zone: str) -> Iterator[Block]:
    version = found.newest
    for signed in version.signatures if version else ():
        day, time = times.day(signed.at, zone, form="plain"), times.clock(signed.at, zone)
        at = say("foundation.signature.at", day=day, time=time, zone=zone_name(signed.at, zone))
        number = say("foundation.signature.version", number=version.number if version else 0)
        print_ = say("foundation.signature.fingerprint", print=fingerprint(signed.digest))
        yield blocks.signature(signed.name, signed.credential, (at, number, print_))
