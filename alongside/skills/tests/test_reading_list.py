"""The reading list: what changed in a technique from edition to edition, and where it is read."""

from datetime import date

from alongside.skills import library
from alongside.skills.history import history
from alongside.skills.rules.changes import Change, Edition, changes

ROW = {"key": "calm_place", "name": "A place to be quiet", "what_for": "Leaving noise.", "ages": [3, 120],
       "minutes": 10, "steps": ["Find it."], "watch": "A choice.", "not_when": "Never as exclusion.",
       "read": ["Cooper 2020"]}  # fmt: skip
FIRST, SECOND, THIRD, LAST = (date(year, 1, 1) for year in (2026, 2027, 2028, 2029))


def edition(name, since, *rows):
    return Edition(name, since, rows)


def test_what_changed_is_named_the_newest_first():
    newer = ROW | {"steps": ["Find it.", "Practice."], "read": ["Cooper 2020", "Horner 1991"]}
    found = changes(
        [edition("2", SECOND, newer), edition("1", FIRST, ROW), edition("3", THIRD, newer), edition("4", LAST)],
        "calm_place",
    )
    assert found == (
        Change("4", LAST, ("gone",)),
        Change("2", SECOND, ("steps", "read"), added=("Horner 1991",)),
        Change("1", FIRST, ("new",)),
    )


def test_what_was_left_out_of_the_reading_is_named():
    [change, _] = changes([edition("1", FIRST, ROW), edition("2", SECOND, ROW | {"read": []})], "calm_place")
    assert (change.what, change.dropped) == (("read",), ("Cooper 2020",))


def test_a_technique_that_no_edition_has_never_changed():
    assert changes([edition("1", FIRST, ROW)], "other") == ()


def test_every_technique_has_a_first_edition(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = history()
    assert set(found) == set(library.techniques()) and all(some[-1].what == ("new",) for some in found.values())


def test_the_pages(cast, at):
    rosa = at("rosa")
    page = rosa.get("/techniques/reading/").content.decode()
    assert (
        "Balban and others, Brief structured respiration practices" in page and "/techniques/coping/calm_place/" in page
    )
    assert "/techniques/reading/" in rosa.get("/techniques/").content.decode()
    assert "new in the library" in rosa.get("/techniques/coping/calm_place/").content.decode()
    assert at("dev").get("/techniques/reading/").status_code == 403
