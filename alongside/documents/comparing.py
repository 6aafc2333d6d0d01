"""Two editions of a form, item by item: what came, what went, what is asked otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.documents.showing import ShownItem, shown
from alongside.foundation.messages import say
from alongside.questionnaires.items import Questionnaire


@dataclass(frozen=True)
class Difference:
    """One item that differs. `how`: added, removed, changed or moved; before and now: lines of words."""

    link: str
    how: str
    heading: str
    before: tuple[str, ...]
    now: tuple[str, ...]


def differences(before: Questionnaire, now: Questionnaire) -> tuple[Difference, ...]:
    """In the order of the newer one; what is gone comes last."""
    old, new = ({item.link: item for item in shown(form)} for form in (before, now))
    return tuple(_differences(old, new))


def _differences(old: dict[str, ShownItem], new: dict[str, ShownItem]) -> Iterator[Difference]:
    stays = [link for link in old if link in new]
    order = [link for link in new if link in old]
    for link, item in new.items():
        if link not in old:
            yield Difference(link, "added", item.heading, (), lines(item))
        elif lines(old[link]) != lines(item):
            there, here = lines(old[link]), lines(item)
            yield Difference(link, "changed", item.heading, _without(there, here), _without(here, there))
        elif stays.index(link) != order.index(link):
            yield Difference(link, "moved", item.heading, (), ())
    yield from (
        Difference(link, "removed", item.heading, lines(item), ()) for link, item in old.items() if link not in new
    )


def _without(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Lines of one that the other does not have, or has in another order."""
    apart = tuple(line for line in some if line not in others)
    return apart or some


def lines(item: ShownItem) -> tuple[str, ...]:
    """Everything that is shown of an item, each a line."""
    options = [f"{option.label} ({option.score})" if option.score else option.label for option in item.options]
    found = [item.heading, say(f"documents.type.{item.type}"), item.help, item.unit, *options, *item.when, *item.notes]
    return tuple(line for line in found if line)
