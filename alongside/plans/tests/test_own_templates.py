"""Templates of an agency's own: derived, worded, agreed to by a second clinician, used, retired; what stands."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.plans import actions as plans
from alongside.plans import known, lookups, queries, reading, shelf
from alongside.plans.models import OwnDecision, OwnEdition, OwnTemplate
from alongside.plans.rules import own_templates as rules
from alongside.plans.rules import templates
from alongside.plans.rules.texts import Strategies
from tests import plans as planned

KEY, NAME = "escape-middle_childhood", "Escape at Maple School"
SHIPPED = {one.key: one for one in shelf._shipped()}
AFTER = Strategies(("Show {name} the day.",), ("Hold up the card.",), ("Praise the asking.",))


@pytest.mark.parametrize("key", sorted(SHIPPED))
def test_a_template_comes_back_from_its_body_and_lacks_nothing(key):
    one = SHIPPED[key]
    assert templates.read(one.key, one.edition, rules.body_of(one)) == one
    assert rules.lacking(one) == []
    assert [rules.own_faults(s, parts=known.part_keys("behaviour")) for s in rules.sections_of(one)] == [[]] * (
        len(list(rules.sections_of(one)))
    )
    assert all(rules.with_section(one, section) == one for section in rules.sections_of(one))


@pytest.mark.parametrize(
    ("section", "code"),
    [
        (rules.Head("", "Goal", 50), "plans.fault.needed"),
        (rules.Head("About", "Goal", 5), "plans.fault.reduction"),
        (rules.Head("About", "{nmae} asks.", 50), "plans.fault.no_such_gap"),
        (rules.Taught("x" * 81, "Asks.", "", ""), "plans.fault.long"),
        (replace(AFTER, before=("x" * 301,)), "plans.fault.long_line"),
    ],
)
def test_what_no_section_says(section, code):
    found = [fault.code for fault in rules.own_faults(section, parts=known.part_keys("behaviour"))]
    assert found and (code in found or code == "plans.fault.long_line")


@pytest.fixture
def edition(cast):
    return plans.derive_template(by=cast.imani, on=cast.agency, key=KEY, name=NAME)


def worded(cast, edition, section=AFTER, *, by=None):
    there = rules.at(shelf.own(OwnEdition.objects.select_related("template").get(pk=edition.pk)), section.place)
    return plans.word_template(by=by or cast.imani, on=edition.pk, section=section, base=templates.basis_of(there))


def basis(edition):
    return templates.basis_of(shelf.own(OwnEdition.objects.select_related("template").get(pk=edition.pk)))


def agreed(cast, edition):
    return plans.agree_template(by=cast.hana, on=edition.pk, base=basis(edition))


def codes(no):
    return [fault.code for fault in no.value.faults]


def keys(cast):
    return [one.key for one in queries.library(by=cast.rosa, on=cast.agency).templates if one.own]


def test_it_is_used_only_once_a_second_clinician_agreed(cast, edition):
    worded(cast, edition)
    assert keys(cast) == []
    with pytest.raises(Refused) as no:
        plans.agree_template(by=cast.imani, on=edition.pk, base=basis(edition))
    assert no.value.no.code == "plans.no.second"
    with pytest.raises(Refused) as no:
        plans.agree_template(by=replace(cast.hana, credential="TSS"), on=edition.pk, base=basis(edition))
    assert no.value.no.code == "plans.no.template_license"
    row = agreed(cast, edition)
    assert (row.decided_as, keys(cast)) == ("Hana Sato, LCSW", [shelf.own_key(edition.template_id)])
    assert Entry.objects.filter(verb="plans.agree_template", subject_id=edition.pk).exists()


def test_whoever_saved_last_is_no_second_clinician(cast, edition):
    worded(cast, edition, by=cast.hana)
    with pytest.raises(Refused):
        agreed(cast, edition)


def test_what_is_not_agreed_to(cast, edition):
    with pytest.raises(Unacceptable) as no:
        agreed(cast, edition)
    assert codes(no) == ["plans.fault.own_same"]
    worded(cast, edition, replace(AFTER, after=()))
    with pytest.raises(Unacceptable) as no:
        plans.agree_template(by=cast.hana, on=edition.pk, base="0" * 16)
    assert codes(no) == ["plans.fault.empty_section", "plans.fault.other_text"]


def test_a_text_that_somebody_else_saved_is_not_written_over(cast, edition):
    worded(cast, edition)
    with pytest.raises(Unacceptable) as no:
        plans.word_template(by=cast.hana, on=edition.pk, section=AFTER, base="0" * 16)
    assert codes(no) == ["plans.fault.changed"]


def test_names_and_keys(cast, edition):
    for said, code in (({"key": KEY, "name": NAME.upper()}, "own_named"), ({"key": KEY}, "needed"),
                       ({"key": "no-such", "name": "A"}, "no_such_template")):  # fmt: skip
        with pytest.raises(Unacceptable) as no:
            plans.derive_template(by=cast.hana, on=cast.agency, **said)
        assert codes(no) == [f"plans.fault.{code}"]


def test_the_next_edition_leaves_the_one_in_use_until_it_is_agreed_to(cast, edition):
    worded(cast, edition)
    agreed(cast, edition)
    key = shelf.own_key(edition.template_id)
    following = plans.derive_template(by=cast.hana, on=cast.agency, key=key)
    with pytest.raises(Unacceptable) as no:
        plans.derive_template(by=cast.imani, on=cast.agency, key=key)
    assert codes(no) == ["plans.fault.own_at_work"]
    worded(cast, following, replace(AFTER, during=("Wait ten seconds.",)), by=cast.hana)
    assert shelf.template(key, on=planned.TODAY).edition == "1"
    plans.agree_template(by=cast.imani, on=following.pk, base=basis(following))
    found = shelf.template(key, on=planned.TODAY)
    assert (found.edition, found.strategies.during) == ("2", ("Wait ten seconds.",))
    assert [one.edition for one in shelf.editions_of(key)] == ["2", "1"]
    shown = queries.template_at_work(by=cast.quinn, on=following.pk)
    assert shown.base.edition == "1" and shown.in_use


def test_a_retired_one_is_used_no_more_and_its_plans_stay(cast, edition):
    worded(cast, edition)
    agreed(cast, edition)
    key = shelf.own_key(edition.template_id)
    version = plans.skeleton(by=cast.imani, on=cast.theo, template=key)
    assert reading.whole(version).strategies.during == AFTER.during
    plans.retire_template(by=cast.amara, on=edition.pk, because="Replaced by the shipped one.")
    assert keys(cast) == [] and lookups.template_for("escape", 9, on=planned.TODAY).key == KEY
    with pytest.raises(Unacceptable) as no:
        plans.skeleton(by=cast.hana, on=cast.ida, template=key)
    assert codes(no) == ["plans.fault.no_such_template"]
    assert reading.whole(version).strategies.during == AFTER.during
    for by in (cast.amara, cast.imani):
        with pytest.raises(Unacceptable):
            plans.retire_template(by=by, on=edition.pk, because="Twice.")


def test_the_agencys_own_comes_before_the_shipped_one(cast, edition):
    worded(cast, edition)
    agreed(cast, edition)
    assert lookups.template_for("escape", 9, on=planned.TODAY).name == NAME


@pytest.mark.parametrize("who", ["rosa", "dev", "nadia", "ada", "quinn"])
def test_who_may_not(cast, edition, who):
    by = getattr(cast, who)
    for act in (
        lambda: plans.derive_template(by=by, on=cast.agency, key=KEY, name="Mine"),
        lambda: worded(cast, edition, by=by),
        lambda: plans.agree_template(by=by, on=edition.pk, base=basis(edition)),
        lambda: plans.retire_template(by=by, on=edition.pk, because="No."),
    ):
        with pytest.raises(Refused):
            act()


def test_the_database_keeps_what_was_decided(cast, edition):
    worded(cast, edition)
    row = agreed(cast, edition)
    hana = cast.staff["hana"]
    for change in (
        lambda: OwnEdition.objects.filter(pk=edition.pk).update(body={}),
        lambda: OwnEdition.objects.filter(pk=edition.pk).delete(),
        lambda: OwnDecision.objects.filter(pk=row.pk).update(remark="x"),
        lambda: OwnTemplate.objects.filter(pk=edition.template_id).update(name="x"),
        lambda: OwnDecision.objects.create(edition_id=edition.pk, kind="agreed", staff_id=hana, decided_as="H"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize("column", ["made_by_id", "worded_by_id"])
def test_the_database_wants_a_second_clinician(cast, edition, column):
    worded(cast, edition, by=cast.hana)
    row = OwnEdition.objects.get(pk=edition.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        OwnDecision.objects.create(edition=row, kind="agreed", staff_id=getattr(row, column), decided_as="H")
