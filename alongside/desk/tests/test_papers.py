"""Papers that wait: whose they are, in which order, how late, and what an empty list says."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alongside.notes import actions as notes
from alongside.notes.models import Note
from alongside.notes.tests import scenes
from alongside.project import nav
from alongside.workforce.models import Cover


def page(at, who, url):
    answer = at(who).get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/to-sign/", "No notes to sign"),
        ("/to-cosign/", "No notes to co-sign"),
        ("/returned/", "No returned notes"),
    ],
)
def test_an_empty_list_says_what_will_be_here(cast, at, url, said):
    assert said in page(at, "imani", url)


def test_a_draft_waits_for_its_author_alone(cast, at):
    note = scenes.note(cast)
    assert f"/notes/{note.pk}/" in page(at, "rosa", "/to-sign/")
    assert str(note.pk) not in page(at, "ben", "/to-sign/") + page(at, "imani", "/to-sign/")


def test_a_signed_note_waits_for_the_supervisor_alone(cast, at):
    note = scenes.signed(cast)
    assert f"/notes/{note.pk}/cosign/" in page(at, "imani", "/to-cosign/")
    assert str(note.pk) not in page(at, "hana", "/to-cosign/")
    assert at("rosa").get("/to-cosign/").status_code == 403


def test_a_cover_finds_it_while_it_lasts(cast, at):
    note = scenes.signed(cast)
    today = datetime.now(ZoneInfo("America/New_York")).date()
    Cover.objects.create(absent_id=cast.staff["imani"], stand_in_id=cast.staff["hana"], began_on=today, ends_on=today)
    assert f"/notes/{note.pk}/cosign/" in page(at, "hana", "/to-cosign/")


@pytest.mark.parametrize(
    ("who", "what", "where"),
    [
        ("imani", "Co-sign 1 note", "/to-cosign/"),
        ("hana", "Co-sign 1 note", "/to-cosign/"),
        ("ben", "No visit left", "/week/"),
    ],
)
def test_where_no_visit_is_left_the_first_paper_is_the_next_thing_to_do(cast, at, who, what, where):
    scenes.signed(cast)
    today = datetime.now(ZoneInfo("America/New_York")).date()
    Cover.objects.create(absent_id=cast.staff["imani"], stand_in_id=cast.staff["hana"], began_on=today, ends_on=today)
    shown = page(at, who, "/")
    heading, button = shown.index("<h1>"), shown.index('class="button solid"')
    assert what in shown[heading : heading + 60]
    assert f'href="{where}"' in shown[button : button + 80]


def test_a_returned_note_waits_for_its_author(cast, at):
    note = scenes.signed(cast)
    notes.give_back(by=cast.imani, on=note.pk, digest=scenes.digest(note), reason="Say whose arm it was.")
    assert f"/notes/{note.pk}/" in page(at, "rosa", "/returned/")
    assert str(note.pk) not in page(at, "rosa", "/to-sign/") + page(at, "imani", "/to-cosign/")


def test_what_is_late_says_by_how_much_and_comes_first(cast, at):
    first, late = scenes.note(cast, hours_ago=3), scenes.note(cast, hours_ago=6)
    due = datetime.now(UTC) - timedelta(hours=26, minutes=1)
    Note.objects.filter(pk=late.pk).update(due_at=due)
    shown = page(at, "rosa", "/to-sign/")
    assert "26 h 1 min late" in shown
    assert shown.index(str(late.pk)) < shown.index(str(first.pk))


def test_the_menu_counts_what_the_lists_hold(cast):
    scenes.note(cast, hours_ago=6)
    scenes.signed(cast, hours_ago=3)
    assert {who: (waiting(cast, who)["notes"], waiting(cast, who)["cosign"]) for who in ("rosa", "imani", "hana")} == {
        "rosa": (1, 0), "imani": (0, 1), "hana": (0, 0),
    }  # fmt: skip


def waiting(cast, who):
    return nav.counts(getattr(cast, who))


@pytest.mark.parametrize("count", [1, 4])
def test_a_list_takes_the_same_statements_whatever_it_holds(cast, at, django_assert_max_num_queries, count):
    for n in range(count):
        scenes.note(cast, hours_ago=3 + 2 * n)
    browser = at("rosa")
    with django_assert_max_num_queries(10):
        browser.get("/to-sign/")
