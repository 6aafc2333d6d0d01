"""Published single-case studies beside the invented clients: the same pages, with data that everybody can check."""

from datetime import timedelta

from alongside.foundation import reference
from alongside.interchange.asking import Place
from alongside.interchange.single_case.bringing import Into, bring
from alongside.interchange.single_case.command import Files, into, read
from alongside.project.demo.cast import House
from alongside.project.demo.steps import Steps

CASES = reference.FOLDER / "demo" / "cases"
PROGRAM = "Published cases"
WEEKS = 30  # before today, when they begin


def bring_in(house: House, steps: Steps) -> None:
    """Every file of reference/demo/cases, as Ada; Imani stands beside these clients."""
    files = _files(house)
    place = Place(house.agency, house.told["agency"]["name"], house.told["agency"]["zone"])
    where: Into = into(place, house["ada"], PROGRAM, ["Imani Okafor"])
    for path, case in steps("Demo: published cases", files.cases, "cases"):
        bring(where, case, path.name)


def _files(house: House) -> Files:
    first_day = house.today - timedelta(weeks=WEEKS)
    return read(sorted(CASES.glob("*.csv")), first_day=first_day, zone=house.told["agency"]["zone"])
