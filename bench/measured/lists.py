"""An agency of 20,000 clients and 2,000,000 observations against one of 200 clients, same load for each person."""

from collections.abc import Iterator

from bench.door import Visitor, compared
from bench.place import Place
from bench.table import Result

PAGES = (
    ("today", "tss", "/"),
    ("to sign", "tss", "/to-sign/"),
    ("to co-sign", "supervisor", "/to-cosign/"),
    ("caseload", "tss", "/clients/"),
    ("caseload, supervisor", "supervisor", "/clients/"),
    ("search, begun name", "quality", "/search/?q=ma"),
    ("search, begun name, supervisor", "supervisor", "/search/?q=ma"),
    ("search, sound-alike", "quality", "/search/?q=vantirpool"),
    ("search, name and family", "quality", "/search/?q=ottilie+vanterpool"),
    ("search, birth date", "quality", "/search/?q={born}"),
    ("search, identifier", "quality", "/search/?q=C-000007"),
)
LIMIT = 1.3


def results(place: Place) -> Iterator[Result]:
    for name, who, path in PAGES:
        one, other = (
            (Visitor(place, world, who), path.format(born=world.born)) for world in (place.large, place.small)
        )
        yield compared(name, one, other, limit=LIMIT, times=place.times(40))
