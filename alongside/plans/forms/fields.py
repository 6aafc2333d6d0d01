"""Fields that only plans have."""

from decimal import Decimal
from typing import Any

from alongside.foundation.webkit.fields import LongText, Number


class Lines(LongText):
    """A text in which each line is one thing, in order; empty lines do not count."""

    def to_python(self, value: Any) -> Any:
        text = value if isinstance(value, str) else "\n".join(value or ())
        return tuple(line.strip() for line in super().to_python(text).split("\n") if line.strip())

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (tuple, list)) else value


class Level(Number):
    """A measured value or none: up to three decimals, a million either way."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(least=-1_000_000, most=1_000_000, places=3, required=False, **rest)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else value


def as_float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
