"""The F distribution. Source: Abramowitz & Stegun 26.6.2."""

from alongside.measure.incomplete import lower_beta


def upper_tail(ratio: float, above: float, below: float) -> float:
    """The share of an F distribution with `above` and `below` degrees of freedom beyond a ratio of variances."""
    return 1.0 if ratio <= 0 else lower_beta(below / 2, above / 2, below / (below + above * ratio))
