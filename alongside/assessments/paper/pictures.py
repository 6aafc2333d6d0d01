"""A drawing, and the columns of the table below it."""

from collections.abc import Iterator

from alongside.foundation.messages import say
from alongside.printing import paper as blocks
from alongside.printing.drawings import words_of
from alongside.printing.paper import Block


def picture(svg: str, caption: str = "") -> Iterator[Block]:
    """A drawing whose numbers follow as a table; nothing where nothing was drawn."""
    if svg:
        yield blocks.chart(svg, words_of(svg), caption, said=False)


def columns(*names: str) -> list[str]:
    """Heads of a table of an assessment."""
    return [say(f"assessments.table.{name}") for name in names]
