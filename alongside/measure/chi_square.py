"""The chi-square distribution. Source: Abramowitz & Stegun 26.4.19."""

from alongside.measure.incomplete import upper_gamma


def upper_tail(square: float, freedom: float) -> float:
    """The share of a chi-square distribution with so many degrees of freedom above a value."""
    return upper_gamma(freedom / 2, square / 2)
