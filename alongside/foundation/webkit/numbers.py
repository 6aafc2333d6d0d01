"""Numbers as a reader expects them: a true minus, grouped thousands, no needless zeros."""

MINUS = "−"


def number(value: float, places: int | None = None, *, most: int = 2) -> str:
    """`value` with `places` decimals, or as short as it is with at `most` two: "2,872", "6.2", "−0.5", "0"."""
    text = f"{value:,.{most if places is None else places}f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if not any(digit in text for digit in "123456789"):
        text = text.lstrip("-")
    return text.replace("-", MINUS)


def percent(share: float, places: int = 0) -> str:
    """A share of one as a percentage: 0.944 is "94%"."""
    return f"{number(share * 100, places)}%"
