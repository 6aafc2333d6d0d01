"""Shipped knowledge has a source and dates; it is loaded as rows by the owner, and agencies choose among editions."""

from datetime import date

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from alongside.foundation import editions, reference
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Adoption, Declined, Edition, Proposal

DAY = date(2026, 6, 1)


@pytest.fixture
def loaded(cast, templates):
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == ("alongside_app",)
    url = templates.cluster.url("alongside_owner", connection.settings_dict["NAME"])
    keys = ("kind", "key", "edition", "effective_from", "effective_to", "source", "digest")
    with psycopg.connect(url, autocommit=True) as owner:
        for row in editions.shipped():
            owner.execute(
                f"insert into foundation_edition ({', '.join(keys)}, body) values ({', '.join(['%s'] * 7)}, '{{}}')"
                " on conflict do nothing",
                [row[k] for k in keys],
            )
    return cast


def test_everything_shipped_says_its_source_and_first_day():
    assert {"roles", "measures"} <= {row["kind"] for row in editions.shipped()}


def test_a_file_without_a_source_is_refused(tmp_path, monkeypatch):
    (tmp_path / "odd.toml").write_text("x = 1")
    monkeypatch.setattr(editions, "FOLDER", tmp_path)
    monkeypatch.setattr(reference, "FOLDER", tmp_path)
    with pytest.raises(editions.NotAnEdition, match="odd"):
        editions.shipped()


def test_the_application_cannot_write_shipped_knowledge(loaded):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Edition.objects.update(source="mine")


def test_the_newest_edition_in_force_is_used_until_the_agency_says_otherwise(loaded):
    used = editions.in_use("measures", "measures", DAY)
    assert used is not None
    adopted(proposed(edition="", used=False))
    assert editions.in_use("measures", "measures", DAY) is None


def proposed(**values):
    values = {"kind": "measures", "key": "measures", "since": DAY, "reason": "For the test.", **values}
    return Proposal.objects.create(proposed_by=uuid7(), proposer="Quinn Murphy", **values)


def adopted(proposal, **values):
    same = {n: getattr(proposal, n) for n in ("kind", "key", "edition", "used", "since", "proposed_by")}
    return Adoption.objects.create(
        proposal=proposal, publisher="Amara Nwosu", **{**same, "published_by": uuid7(), **values}
    )


def test_an_adoption_needs_two_people_is_what_was_proposed_and_decided_once(loaded):
    this = proposed(edition="x", used=True)
    with pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
        adopted(this, published_by=this.proposed_by)
    with pytest.raises(IntegrityError, match="what was proposed"), transaction.atomic():
        adopted(this, edition="y")
    adopted(this)
    with pytest.raises(IntegrityError, match="was decided"), transaction.atomic():
        Declined.objects.create(proposal=this, declined_by=uuid7(), decliner="Ada Lind", reason="Too late for this.")


def test_the_body_in_use_is_the_edition_s_or_none_where_it_is_switched_off(loaded):
    assert editions.body("retention", "retention", DAY)[0] == "1"
    adopted(proposed(kind="retention", key="retention", edition="", used=False))
    assert editions.body("retention", "retention", DAY) is None


def test_editions_are_loaded_after_migrating(db):
    there = set(Edition.objects.values_list("kind", "key"))
    assert {(row["kind"], row["key"]) for row in editions.shipped()} <= there
