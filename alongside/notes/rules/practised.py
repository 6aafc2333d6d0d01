"""Daily living: one sentence an activity, with how much help it took each time."""

from collections import Counter
from collections.abc import Iterator

from alongside.notes.rules.facts import Helped
from alongside.notes.rules.said import Evidence, Run, Said, Sentence, Value


def practised(found: tuple[Helped, ...]) -> Iterator[Sentence]:
    """Activities in the order in which they first were; levels of help likewise, what was refused last."""
    activities = dict.fromkeys(this.activity for this in found)
    yield from (_activity(tuple(this for this in found if this.activity == one)) for one in activities)


def _activity(some: tuple[Helped, ...]) -> Sentence:
    times = tuple(this.at for this in some)
    done, refused = (Counter(this.level for this in some if this.refused is no) for no in (False, True))
    parts = [Said(f"notes.help.{level}", {"count": n}) for level, n in done.items()]
    parts += [Said(f"notes.refused.{level}", {"count": n}) for level, n in refused.items()]
    choices = Counter(this.choice for this in some if this.choice)
    chosen = tuple(Said(f"notes.choice.{choice}", {"count": n}) for choice, n in choices.items())
    name = Said(f"living.activity.{some[0].activity}")
    values: dict[str, Value] = {
        "activity": name, "count": len(some), "first": times[0], "last": times[-1], "parts": tuple(parts),
        "more": Run(chosen),
    }  # fmt: skip
    said = Said(f"notes.draft.practised{'_span' if len(some) > 1 else ''}", values)
    holds: tuple[Value, ...] = (name, len(some), *times, *done.values(), *refused.values(), *choices.values())
    shown = (times[0], times[-1]) if len(times) > 1 else times
    label = Said("notes.evidence.help", {"count": len(some)})
    return Sentence("response", said, (Evidence("help", tuple(this.id for this in some), label, shown, holds),))
