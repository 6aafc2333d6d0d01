"""Scores of a client in time, scale by scale."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.instruments.instrument import instruments
from alongside.instruments.lookups import AnsweringFacts, ScoreFacts
from alongside.instruments.rules.scoring import Scale
from alongside.instruments.rules.trend import Step, Taken, steps


@dataclass(frozen=True)
class Course:
    """The scores of one scale by one respondent, in time. `scale` is None for a form that is no instrument."""

    key: str
    title: str
    name: str
    respondent: str
    scale: Scale | None
    steps: tuple[Step, ...]
    sources: tuple[str, ...]


def courses_of(scores: Sequence[ScoreFacts], rows: Sequence[AnsweringFacts]) -> Iterable[tuple[int, Course]]:
    """Each scale by each respondent, with the place of the scale in its instrument; in the order of the instruments."""
    titles = {row.instrument or row.form: row.title for row in reversed(rows)}
    groups: dict[tuple[str, str, str], list[ScoreFacts]] = {}
    order: dict[str, list[str]] = {}
    for score in scores:
        groups.setdefault((score.instrument, score.respondent, score.scale), []).append(score)
        scales = order.setdefault(score.instrument, [])
        scales += [score.scale] if score.scale not in scales else []
    for (key, respondent, scale), found in sorted(groups.items(), key=lambda one: (one[0][0], one[0][1])):
        known = instruments().get(key)
        rule = next((one for one in known.scales if one.key == scale), None) if known else None
        raw: dict[str, Any] = next((one for one in known.about["scale"] if one["key"] == scale), {}) if known else {}
        taken = [Taken(s.taken_on, s.total, s.band, s.firm, str(s.answering)) for s in found]
        place = [one.key for one in known.scales].index(scale) if known and rule else order[key].index(scale)
        yield place, Course(
            f"{key}-{respondent}-{scale}", titles.get(key, key), found[-1].name, respondent, rule,
            tuple(steps(rule, taken)), tuple(raw.get("sources", ())),
        )  # fmt: skip
