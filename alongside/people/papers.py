"""Whose a paper is: the facts at its head and the words at its foot, the same on every paper of a client."""

from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.people.banner import Banner
from alongside.printing import paper as blocks
from alongside.printing.paper import Block


def identity(banner: Banner, *more: tuple[str, str]) -> Block:
    """Name, birth date and number of a client, then facts of the paper's own; what is empty is left out."""
    rows = [
        (say("people.paper.client"), banner.name),
        (say("people.paper.born"), times.day(banner.born, form="plain") if banner.born else ""),
        (say("people.paper.number"), banner.identifier),
        *more,
    ]
    return blocks.facts([(label, value) for label, value in rows if value])


def foot(banner: Banner, *more: str) -> str:
    """What stands at the foot of every page: the client's number, never a name."""
    return " · ".join((say("people.paper.foot", identifier=banner.identifier), *more))
