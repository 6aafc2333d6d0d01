"""What the rows of a session hold, computed from the rows alone and apart from the rules that draft."""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from alongside.notes.rules.facts import SessionFacts


def clock(at: datetime, zone: str) -> str:
    here = at.astimezone(ZoneInfo(zone))
    return f"{here.hour % 12 or 12}:{here.minute:02}"


def parts(length: float) -> set[str]:
    """The figures by which a length in seconds may be said: hours and minutes, or minutes and seconds."""
    total = round(length)
    hours, rest = divmod(total, 3600)
    minutes, seconds = divmod(rest, 60)
    return {str(n) for n in ((hours, minutes) if hours else (minutes, seconds))} | {"0"}


def plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def figures_by_id(facts: SessionFacts) -> dict[str, set[str]]:
    """Row id -> the figures that this row may lend to a sentence alone."""
    held: dict[str, set[str]] = {facts.session: {clock(facts.began_at, facts.zone), clock(facts.ended_at, facts.zone)}}
    held[facts.session] |= parts((facts.ended_at - facts.began_at).total_seconds())
    for target in facts.targets:
        for seen in target.seen:
            own = {clock(seen.at, facts.zone)}
            for name, value in seen.details.items():
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    own |= {plain(value)} | (parts(value) if name in ("seconds", "length") else set())
            held[seen.id] = own
    for record in facts.abc:
        held[record.id] = {clock(record.at, facts.zone)} | {plain(record.details.get("intensity", 0))}
        held[record.id] |= parts(record.details.get("seconds", 0))
    for deviated in facts.deviated:
        held[deviated.id] = {clock(deviated.at, facts.zone)}
    for one in (*facts.noticed, *facts.tokens, *facts.exchanges, *facts.helped):
        held[one.id] = {clock(one.at, facts.zone)}
    for token in facts.tokens:
        held[token.id].add(str(abs(token.count)))
    for exchange in facts.exchanges:
        held[exchange.id].add(str(exchange.cost))
    for crisis in facts.crises:
        held[crisis.id] = {clock(at, facts.zone) for at in (crisis.began_at, crisis.closed_at) if at}
    held |= {preference.id: set() for preference in facts.preferences}
    for used in facts.used:
        held |= {use: {clock(used.first_at, facts.zone)} for use in used.uses}
    if facts.next:
        day = facts.next.at.astimezone(ZoneInfo(facts.zone))
        held[facts.next.id] = {clock(facts.next.at, facts.zone), str(day.day), str(day.year)}
    held |= {objective.id: {objective.number} for objective in facts.objectives}
    return held


def together(facts: SessionFacts, ids: set[str]) -> set[str]:
    """The figures that rows add up to: how many, sums, gaps, the rate, how often which outcome."""
    whole = (facts.ended_at - facts.began_at).total_seconds()
    found = {str(len(ids))} | parts(whole)
    for target in facts.targets:
        rows = [seen for seen in target.seen if seen.id in ids]
        if not rows:
            continue
        total = sum(int(seen.details.get("count", 1)) for seen in rows)
        lengths = [seen.details["seconds"] for seen in rows if "seconds" in seen.details]
        gaps = [(b.at - a.at).total_seconds() for a, b in zip(rows, rows[1:], strict=False)]
        many = Counter(s.details.get(name) for s in rows for name in ("outcome", "prompt") if s.details.get(name))
        found |= {str(total), plain(round(total / (whole / 3600), 1)), str(len(lengths)), str(len(gaps))}
        found |= {str(n) for n in many.values()} | {str(sum(bool(s.details.get("scored")) for s in rows))}
        found |= parts(sum(lengths)) | {part for gap in gaps for part in parts(gap)}
        found |= {"magnitude": {"0", "4"}, "rating": {"0", "10"}}.get(target.measure, set())
    tokens = [token for token in facts.tokens if token.id in ids]
    whys = {(token.target, token.words) for token in tokens}
    sums = (sum(abs(t.count) for t in tokens if (t.target, t.words) == why) for why in whys)
    found |= {str(sum(abs(token.count) for token in tokens)), *map(str, sums)}
    helped = [one for one in facts.helped if one.id in ids]
    found |= {str(n) for name in ("level", "choice") for n in Counter(getattr(one, name) for one in helped).values()}
    found |= {str(n) for n in Counter((one.level, one.refused) for one in helped).values()}
    if any(record.id in ids for record in facts.abc):
        found |= {"0", "4"}
    return found


def words(facts: SessionFacts) -> set[str]:
    """Everything that somebody typed."""
    found = {facts.client.given, facts.place, facts.early_reason}
    found |= {p.who for p in facts.present} | {t.name for t in facts.targets} | {o.text for o in facts.objectives}
    found |= {text for d in facts.deviated for text in (d.what, d.reason)} | {u.text for u in facts.used}
    found |= {value for a in facts.abc for value in (a.name, *a.details.values()) if isinstance(value, str)}
    found |= {one.words for one in (*facts.noticed, *facts.tokens)} | {e.what for e in facts.exchanges}
    found |= {text for preference in facts.preferences for text in preference.ranked} | {t.target for t in facts.tokens}
    found |= {n.area for n in facts.noticed}
    return found | {s.details["prompt"] for t in facts.targets for s in t.seen if "prompt" in s.details}
