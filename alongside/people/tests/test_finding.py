"""Search: any name, sound, birth date or number; only whom the asker may see, counted in as few statements always."""

from datetime import date

import pytest

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.tenancy import inside
from alongside.people import actions, queries


def names(by, cast, typed):
    return [line.line.name for line in queries.find(by=by, on=cast.agency, typed=typed).lines]


@pytest.fixture(autouse=True)
def whole(cast):
    actions.change(by=cast.imani, on=cast.theo.pk, preferred="Theo")


@pytest.mark.parametrize(
    "typed",
    [
        "theo", "THEO", "theodore", "the", "Bell", "bell theo", "Theo Bell", "Théo", "Teodor", "3/4/2017", "2017-03-04",
        "4 Mar 2017", "march 4, 2017", "3/4/17", "mar 2017", "2017", "theo 2017", "c-2", "C-2",
    ],
)  # fmt: skip
def test_theo_is_found(cast, typed):
    assert "Theo Bell" in names(cast.rosa, cast, typed)
    assert "Theo Bell" in names(cast.dev, cast, typed)


@pytest.mark.parametrize("typed", ["lucia", "LUCÍA", "Fernandez", "fernándes", "lucia fernandez", "7/9/2011"])
def test_accents_case_and_spelling_do_not_hide_anybody(cast, typed):
    assert names(cast.dev, cast, typed) == ["Lucía Fernández"]


@pytest.mark.parametrize("typed", ["theo moss", "zzz", "3/5/2017", "theo 2011", "omar", "Saleh", "2/2/2015", "C-1"])
def test_nobody_else_is(cast, typed):
    assert names(cast.dev, cast, typed) == []


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("rosa", {"Theo Bell", "Lucía Fernández"}),
        ("imani", {"Theo Bell", "Lucía Fernández"}),
        ("ben", {"Ida Moss"}),
        ("hana", {"Ida Moss"}),
        ("nadia", set()),
        ("dev", {"Theo Bell", "Lucía Fernández", "Ida Moss"}),
        ("amara", {"Theo Bell", "Lucía Fernández", "Ida Moss"}),
        ("quinn", {"Theo Bell", "Lucía Fernández", "Ida Moss"}),
    ],
)
def test_only_those_whom_the_asker_may_see_are_found_and_counted(cast, who, seen):
    found = {name for typed in ("theo", "lucia", "ida", "c-") for name in names(getattr(cast, who), cast, typed)}
    assert found == seen


def test_staff_without_clients_may_not_ask(cast):
    with pytest.raises(Refused):
        queries.find(by=cast.ada, on=cast.agency, typed="theo")


@pytest.mark.parametrize("typed", ["", "   ", "?", "%", "_", "\\", "' OR 1=1--", "a & | !", "(a+)+$"])
def test_signs_are_no_wildcards(cast, typed):
    assert names(cast.dev, cast, typed) == []


@pytest.mark.parametrize("typed", ["x" * 101, "a\x00b", "\u202etheo", "a " * 60])
def test_what_cannot_be_asked_is_said(cast, typed):
    with pytest.raises(Unacceptable) as no:
        queries.find(by=cast.dev, on=cast.agency, typed=typed)
    assert no.value.faults[0].field == "q"


def test_a_list_that_is_cut_says_so(cast):
    for number in range(22):
        actions.admit(by=cast.dev, on=cast.agency, given=f"Zoe{chr(97 + number)}", identifier=f"Z-{number}")
    found = queries.find(by=cast.dev, on=cast.agency, typed="zoe")
    assert (len(found.lines), found.more) == (20, True)
    assert all(line.alike for line in found.lines)


def test_those_who_left_come_last(cast):
    actions.admit(by=cast.dev, on=cast.agency, given="Theo", family="Aal", identifier="Z-1")
    actions.discharge(by=cast.amara, on=cast.theo.pk)
    assert names(cast.dev, cast, "theo") == ["Theo Aal", "Theo Bell"]


@pytest.mark.parametrize("who", ["rosa", "dev"])
@pytest.mark.parametrize("typed", ["theo", "maria theo bell lopez", "3/4/2017", "c-2"])
def test_a_search_is_one_statement(cast, django_assert_num_queries, who, typed):
    by = getattr(cast, who)
    with django_assert_num_queries(3):  # the agency, the ledger's entry, the search
        queries.find(by=by, on=cast.agency, typed=typed)


def test_another_agency_finds_its_own(cast):
    with inside(cast.elsewhere):
        pass
    assert names(cast.dev, cast, "omar saleh 2/2/2015") == []


def test_a_caseload_and_the_newest_are_one_statement_each(cast, django_assert_num_queries):
    rosa, dev = cast.rosa, cast.dev
    actions.raise_alert(by=rosa, on=cast.theo.pk, kind="warn", text="Runs")
    with django_assert_num_queries(3):
        lines = queries.caseload(by=rosa, on=rosa.staff_id)
    assert [(line.line.name, line.alerts, line.mine, line.programs) for line in lines] == [
        ("Lucía Fernández", 0, True, "School support"), ("Theo Bell", 1, True, "School support"),
    ]  # fmt: skip
    with django_assert_num_queries(3):
        assert len(queries.recent(by=dev, on=cast.agency)) == 3
    assert [line.mine for line in queries.caseload(by=cast.imani, on=cast.staff["imani"])] == [False, False]
    with pytest.raises(Refused):
        queries.caseload(by=rosa, on=cast.staff["ben"])


def test_names_alike_on_one_caseload_are_marked(cast):
    client = actions.admit(by=cast.dev, on=cast.agency, given="Thea", identifier="Z-1", born=date(2016, 1, 1))
    actions.place_on_team(by=cast.dev, on=client.pk, staff=cast.staff["rosa"])
    lines = {line.line.name: line.alike for line in queries.caseload(by=cast.rosa, on=cast.staff["rosa"])}
    assert lines == {"Thea": True, "Theo Bell": True, "Lucía Fernández": False}
    assert queries.card(by=cast.rosa, on=cast.theo.pk).also


def test_a_record_is_a_bounded_number_of_statements(cast, django_assert_max_num_queries):
    rosa = cast.rosa
    for number in range(5):
        contact = actions.connect(
            by=cast.imani, on=cast.theo.pk, given=f"G{number}", relation="aunt", phone="2155550134"
        )
        actions.grant_right(by=cast.imani, on=contact.pk, right="be_told")
    with django_assert_max_num_queries(15):
        queries.know(by=rosa, on=cast.theo.pk)
