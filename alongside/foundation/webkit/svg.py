"""SVG elements as text: escaped, with classes and attributes only."""

from html import escape


def element(tag: str, *inside: str, text: str = "", **attributes: object) -> str:
    """`<tag attr="...">text inside</tag>`; `class_` is class, `_` in a name is `-`; None leaves an attribute out."""
    given = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    body = escape(text, quote=False) + "".join(inside)
    return f"<{tag}{given}>{body}</{tag}>" if body else f"<{tag}{given}/>"


def line(class_: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line."""
    return element("line", class_=class_, x1=x1, x2=x2, y1=y1, y2=y2)


def words(
    text: str, x: float, y: float, *, anchor: str | None = None, class_: str | None = None, full: str = "",
    data: bool = False,
) -> str:  # fmt: skip
    """Text at a place; `full` is said on pointing when the text was cut; `data`: somebody wrote it."""
    hint = element("title", text=full) if full and full != text else ""
    mark = "no" if data else None
    return element("text", hint, text=text, class_=class_, x=x, y=y, text_anchor=anchor, translate=mark)


def polyline(class_: str, places: list[tuple[float, float]]) -> str:
    """A path through places."""
    return element("polyline", class_=class_, points=" ".join(f"{_value(x)},{_value(y)}" for x, y in places))


def fitted(text: str, width: float, *, bold: bool = False) -> str:
    """`text`, cut with an ellipsis to about `width` px of the plot's 13 px type; "" when nothing useful fits."""
    most = int(width / wide_of("m", bold=bold))
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rstrip()}…" if most >= 4 else ""


def wide_of(text: str, *, bold: bool = False) -> float:
    """About how wide `text` is in the plot's 13 px type."""
    letter, digit = (7.2, 8.0) if bold else (6.4, 7.6)
    return sum(digit if sign.isdigit() else letter for sign in text)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(str(value))
