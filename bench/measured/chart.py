"""A client with 100,000 observations against one with 1,000, four targets in four phases each."""

from collections.abc import Iterator

from bench.door import Visitor, compared
from bench.place import Place
from bench.table import Result

PAGES = {
    "overview": "/clients/{client}/",
    "graph": "/behaviors/{target}/",
    "behaviors": "/clients/{client}/behavior/",
    "objective": "/objectives/{objective}/",
}
LIMIT = 2.0


def results(place: Place) -> Iterator[Result]:
    world = place.large
    visitor = Visitor(place, world, "tss_last")
    for name, path in PAGES.items():
        long, short = (
            path.format(**{what: world.ids[f"{what}_{which}"] for what in ("client", "target", "objective")})
            for which in ("long", "short")
        )
        yield compared(name, (visitor, long), (visitor, short), limit=LIMIT, times=place.times(40))
