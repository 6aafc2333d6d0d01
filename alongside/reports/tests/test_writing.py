"""A draft is saved, signed and corrected by another."""

import pytest

from alongside.foundation.errors import Refused, Unacceptable
from alongside.reports import actions as reports
from alongside.reports import queries
from alongside.reports.tests import scenes
from alongside.reports.tests.scenes import body, text


def test_words_are_changed_and_a_part_left_out(cast):
    report = scenes.drafted(cast)
    assert reports.keep(by=cast.imani, on=report, texts={"opening": "Mine."}, out=["next"], based_on=1) == 2
    sections = {section["key"]: section for section in body(report)["sections"]}
    assert sections["opening"]["text"] == "Mine." != sections["opening"]["drafted"] and "next" not in sections


def test_a_stale_save_keeps_both(cast):
    report = scenes.drafted(cast)
    reports.keep(by=cast.imani, on=report, texts={"opening": "First."}, based_on=1)
    assert reports.keep(by=cast.imani, on=report, texts={"opening": "Second."}, based_on=1) == -1
    assert body(report)["sections"][0]["text"] == "First."
    with pytest.raises(Unacceptable, match="changed"):
        reports.sign(by=scenes.confirmed(cast.imani), on=report, saved=1)


def test_signing_is_the_authors_and_seals_every_word(cast):
    report = scenes.drafted(cast)
    for other in (cast.rosa, cast.hana):
        with pytest.raises(Refused):
            reports.sign(by=scenes.confirmed(other), on=report, saved=1)
    with pytest.raises(Refused, match="confirm"):
        reports.sign(by=cast.imani, on=report, saved=1)
    reports.sign(by=scenes.confirmed(cast.imani), on=report, saved=1)
    shown = queries.see(by=cast.rosa, on=report.pk)
    assert shown.state == "signed" and shown.newest.signatures[0].name == "Imani Okafor"
    with pytest.raises(Refused, match="signed"):
        reports.keep(by=cast.imani, on=report.pk, texts={}, based_on=1)


def test_an_empty_part_is_not_signed(cast):
    report = scenes.drafted(cast)
    reports.keep(by=cast.imani, on=report, texts={"next": " "}, based_on=1)
    with pytest.raises(Unacceptable, match="empty"):
        reports.sign(by=scenes.confirmed(cast.imani), on=report, saved=2)


def test_a_correction_is_a_report_in_its_place(cast):
    report = scenes.signed(cast)
    before = text(report)
    with pytest.raises(Unacceptable, match="reason"):
        reports.revise(by=cast.imani, on=report, reason="No")
    after = reports.revise(by=cast.imani, on=report, reason="A visit was counted twice.")
    reports.keep(by=cast.imani, on=after, texts={"opening": "Corrected."}, based_on=1)
    assert text(report) == before and text(after).startswith("What this report is\nCorrected.")
    assert queries.see(by=cast.rosa, on=report.pk).followed_by == after.pk
    with pytest.raises(Unacceptable, match="followed"):
        reports.revise(by=cast.imani, on=report, reason="A visit was counted twice.")
