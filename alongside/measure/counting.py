"""Events that are counted: count, rate, permanent product. Conventions: Cooper, Heron & Heward 2020, chapter 4."""

from typing import Literal

from alongside.measure.summary import Summary, not_negative, share

Per = Literal["minute", "hour", "day"]
MINUTES = {"minute": 1, "hour": 60, "day": 1440}


def count(events: int, *, minutes: float) -> Summary:
    """Number of events; the minutes observed stay beside it, because counts of unequal sessions do not compare."""
    not_negative(minutes, "the time observed")
    return Summary(not_negative(events, "a count"), "events", events, minutes, events)


def rate(events: int, *, minutes: float, per: Per = "minute") -> Summary:
    """Events per minute, hour or day observed; None for no time observed."""
    span = not_negative(minutes, "the time observed") / MINUTES[per]
    return share(not_negative(events, "a count"), span, unit=f"events per {per}", n=events)


def permanent_product(products: int, *, opportunities: int | None = None) -> Summary:
    """Lasting results counted afterwards; as percent of the opportunities where their number is known."""
    not_negative(products, "a count")
    if opportunities is None:
        return Summary(products, "products", products, 1, products)
    not_negative(opportunities, "the number of opportunities")
    return share(products, opportunities, unit="percent of opportunities", n=products, times=100)
