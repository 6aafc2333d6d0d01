"""What stands on a version, on paper: signatures and who still has to sign, reviews, who read it and was trained."""

from collections.abc import Iterator

from alongside.foundation.messages import say
from alongside.foundation.templatetags.kit_words import fingerprint
from alongside.foundation.webkit import times
from alongside.plans.looked_over import ReviewRow, SignatureRow, SignaturesShown
from alongside.plans.queries.printed import Stood
from alongside.plans.teams import Member
from alongside.printing import paper as blocks
from alongside.printing.paper import Block


def stood(found: Stood, *, zone: str) -> Iterator[Block]:
    """Reviews, then readers, then signatures last, with a line for each that is still missing."""
    yield blocks.heading(say("plans.reviews.title"))
    yield from _reviews(found)
    yield blocks.heading(say("plans.paper.readers"))
    yield from _readers(found, zone)
    yield blocks.heading(say("plans.sign.title"))
    yield from _signatures(found.signatures)


def _reviews(found: Stood) -> Iterator[Block]:
    due = found.reviews.due_on
    if due:
        code = "overdue" if found.reviews.overdue else "due"
        yield blocks.line(say(f"plans.reviews.{code}", day=times.day(due, form="plain")))
    if not found.reviews.reviews:
        yield blocks.line(say("plans.reviews.none"))
    for one in found.reviews.reviews:
        yield from _review(one)


def _review(one: ReviewRow) -> Iterator[Block]:
    day = times.day(one.reviewed_on, form="plain")
    yield blocks.heading(f"{day}: {say(f'plans.decision.{one.decision}')}", 3)
    next_ = [say("plans.reviews.next", day=times.day(one.next_on, form="plain"))] if one.next_on else []
    yield blocks.small(" · ".join([say(f"plans.cause.{one.cause}"), one.by, *next_]))
    yield blocks.line(f"{say('plans.reviews.took_part')} {one.took_part}")
    if one.lines:
        columns = [say(f"plans.paper.{name}") for name in ("objective", "verdict", "why")]
        yield blocks.table(columns, [[text, say(f"plans.verdict.{said}"), why] for text, said, why in one.lines])
    if one.remark:
        yield blocks.words(one.remark)


def _readers(found: Stood, zone: str) -> Iterator[Block]:
    if not found.team.members:
        yield blocks.line(say("plans.team.empty"))
        return
    columns = [say(f"plans.paper.{name}") for name in ("who", "part")]
    columns += [say("plans.team.read"), say("plans.team.trained")]
    yield blocks.table(columns, [_reader(one, zone) for one in found.team.members])


def _reader(member: Member, zone: str) -> list[str]:
    facts, no = member.facts, say("plans.team.not_yet")
    row = [member.name, say(f"people.part.{member.part}")]
    if facts.prepared.wrote:
        return [*row, say("plans.team.wrote"), say("plans.team.wrote")]
    read = times.day(facts.read_at, zone, form="plain") if facts.read_at else no
    return [*row, read, _trained(member) or no]


def _trained(member: Member) -> str:
    training = member.facts.training
    if training is None:
        return ""
    by = say("plans.team.by", day=times.day(training.done_on, form="plain"), name=training.by)
    hows = ", ".join(say(f"plans.how.{how}") for how in training.hows)
    more = "" if training.competent else say("plans.team.more_practice")
    return " · ".join(filter(None, (by, hows, more)))


def _signatures(found: SignaturesShown) -> Iterator[Block]:
    print_ = say("foundation.signature.fingerprint", print=fingerprint(found.row.digest))
    for signer in found.signers:
        yield blocks.heading(say(f"plans.signer.{signer.capacity}"), 3)
        for row in signer.rows:
            yield _signature(row, print_)
        if signer.due_on and found.row.state == "in_force":
            code = "overdue" if signer.overdue else "due"
            due = say(f"plans.sign.{code}", day=times.day(signer.due_on, form="plain"))
            yield blocks.sign_here(due, say("plans.paper.signature"), say("plans.paper.day"))
        elif not signer.rows:
            yield blocks.line(say("plans.sign.none"))
    if found.others:
        yield blocks.heading(say("plans.sign.others"), 3)
        yield from (_signature(row, print_) for row in found.others)


def _signature(row: SignatureRow, print_: str) -> Block:
    remarks = [say(f"plans.sign.on.{row.how}", day=times.day(row.signed_on, form="plain")), row.reason]
    remarks += [say("plans.sign.again", day=times.day(row.try_on, form="plain"))] if row.try_on else []
    remarks += [say("plans.sign.paper")] if row.scan else []
    return blocks.signature(row.name, row.relation, [one for one in (*remarks, "" if row.reason else print_) if one])
