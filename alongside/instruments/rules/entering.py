"""Results that are entered by hand, because the items may not be shown here."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from alongside.foundation.errors import Fault
from alongside.instruments.rules.plain import plain
from alongside.instruments.rules.scoring import Scale, Score, band, positive

NUMBER = re.compile(r"-?\d{1,4}(\.\d{1,2})?", re.ASCII)


def entry_faults(scales: Sequence[Scale], entered: Mapping[str, Decimal | None]) -> list[Fault]:
    """Each result within its scale's range; at least the first scale, which is the one that counts."""
    found = [
        Fault("instruments.fault.range", scale.key, {"least": plain(scale.range[0]), "most": plain(scale.range[1])})
        for scale in scales
        if (total := entered.get(scale.key)) is not None and not scale.range[0] <= total <= scale.range[1]
    ]
    known = {scale.key for scale in scales}
    found += [Fault("instruments.fault.no_scale", "", {"scale": key[:60]}) for key in entered if key not in known]
    if entered.get(scales[0].key) is None:
        found.append(Fault("instruments.fault.first_scale", scales[0].key))
    return found


def entered_scores(scales: Sequence[Scale], entered: Mapping[str, Decimal | None]) -> list[Score]:
    """With their bands. What was not entered has no score."""
    return [
        Score(scale.key, total, band(scale, total), positive(scale, total))
        for scale in scales
        if (total := entered.get(scale.key)) is not None
    ]


def entered_faults(typed: Mapping[str, str]) -> list[Fault]:
    """What was typed that is no number, each beside its scale."""
    return [Fault("instruments.fault.number", key) for key, text in typed.items() if text and number(text) is None]


def number(typed: str) -> Decimal | None:
    """A result in ASCII digits with at most two places."""
    plain_text = typed.strip().replace("\u2212", "-")
    return Decimal(plain_text) if NUMBER.fullmatch(plain_text) else None
