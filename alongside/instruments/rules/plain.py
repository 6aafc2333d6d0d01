"""Numbers as people write them."""

from decimal import Decimal


def plain(value: object) -> str:
    """Without zeros that say nothing; anything else as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value)
    exact = Decimal(str(value))
    return f"{exact.normalize():f}" if exact.is_finite() else str(value)
