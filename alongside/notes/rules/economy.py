"""What was worked for: tokens given and taken back, their exchanges, what a preference assessment found."""

from collections.abc import Iterator

from alongside.notes.rules.facts import Exchange, Preference, SessionFacts, Token
from alongside.notes.rules.said import Evidence, Quote, Run, Said, Sentence, Value

IN_FULL = 12  # more exchanges than these are counted; each stays in the evidence


def worked_for(facts: SessionFacts) -> Iterator[Sentence]:
    """Tokens given, tokens taken back, one sentence an exchange, one an assessment of the day."""
    given = tuple(token for token in facts.tokens if token.count > 0)
    back = tuple(token for token in facts.tokens if token.count < 0)
    if given:
        yield _tokens("tokens", given)
    if back:
        yield _tokens("tokens_back", back)
    yield from _exchanges(facts.exchanges)
    yield from map(_found, facts.preferences)


def _tokens(code: str, some: tuple[Token, ...]) -> Sentence:
    """How many and when; then what for, in the order in which it first was."""
    times, total = tuple(token.at for token in some), sum(abs(token.count) for token in some)
    sums: dict[tuple[str, str], int] = {}
    for token in some:
        sums[token.target, token.words] = sums.get((token.target, token.words), 0) + abs(token.count)
    reasons = {(target, words): n for (target, words), n in sums.items() if target or words}
    more = tuple(Said("notes.draft.token_for", {"what": _what(*key), "many": n}) for key, n in reasons.items())
    values: dict[str, Value] = {"count": total, "first": times[0], "last": times[-1], "more": Run(more)}
    said = Said(f"notes.draft.{code}{'_span' if len(some) > 1 else ''}", values)
    holds: list[Value] = [total, *times, *sums.values(), *(text for key in reasons for text in _texts(*key))]
    label = Said("notes.evidence.token", {"count": total})
    shown = (times[0], times[-1]) if len(times) > 1 else times
    return Sentence("intervention", said, (Evidence("token", tuple(t.id for t in some), label, shown, tuple(holds)),))


def _what(target: str, words: str) -> Value:
    """The target's name, the words that were written down, or both."""
    return tuple(_texts(target, words))


def _texts(target: str, words: str) -> Iterator[Value]:
    if target:
        yield target
    if words:
        yield Quote(words)


def _exchanges(found: tuple[Exchange, ...]) -> Iterator[Sentence]:
    for this in found[:IN_FULL]:
        values: dict[str, Value] = {"at": this.at, "count": this.cost}
        if this.what:
            values["what"] = Quote(this.what)
        said = Said("notes.draft.exchange" if this.what else "notes.draft.exchange_unnamed", values)
        yield Sentence("intervention", said, (_of((this,)),))
    rest = found[IN_FULL:]
    if rest:
        yield Sentence("intervention", Said("notes.draft.exchange_more", {"count": len(rest)}), (_of(rest),))


def _of(some: tuple[Exchange, ...]) -> Evidence:
    times = tuple(this.at for this in some)
    holds: list[Value] = [len(some), *times, *(this.cost for this in some)]
    holds += [Quote(this.what) for this in some if this.what]
    ids = tuple(this.id for this in some)
    return Evidence("exchange", ids, Said("notes.evidence.exchange", {"count": len(some)}), times[:1], tuple(holds))


def _found(this: Preference) -> Sentence:
    method = Said(f"plans.method.{this.method}")
    ranked = tuple(Quote(one) for one in this.ranked)
    said = Said("notes.draft.preference", {"method": method, "ranked": ranked})
    evidence = Evidence("preference", (this.id,), Said("notes.evidence.preference"), (), (method, *ranked))
    return Sentence("response", said, (evidence,))
