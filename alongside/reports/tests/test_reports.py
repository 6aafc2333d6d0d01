"""Reports: what each reader gets, drafted from the visits; signing, versions, sending on a ground."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.documents import lookups as documents
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.people import actions as people
from alongside.reports import actions as reports
from alongside.reports import queries, rules
from alongside.reports.models import READERS, Sending
from alongside.reports.tests import scenes


def body(report):
    paper = documents.at_work(report.document_id)
    return paper.body if paper else documents.newest(report.document_id).body


def text(report):
    return "\n".join(f"{section['title']}\n{section['text']}" for section in body(report)["sections"])


def test_each_part_is_drafted_from_the_visits(cast):
    said = text(scenes.drafted(cast))
    assert "Before the plan it was usually 6.2 times an hour. That is the middle of 5 visits." in said
    assert "Now it is usually 2.1 times an hour. That is the middle of the last 5 visits" in said
    assert "We see a real change for the better. When we say this, we are wrong about 7 times in 100." in said
    assert "Show the day in pictures." in said and "We met 14 times, 14 hours in all." in said


def test_another_span_tells_of_other_visits(cast):
    said = text(scenes.drafted(cast, last_day=date(2026, 3, 11)))
    assert "That is the middle of the last 5 visits, 7 Mar 2026 to 11 Mar 2026" in said


def test_a_target_without_a_baseline_is_compared_with_nothing(cast):
    said = text(scenes.drafted(cast, phases={"Baseline": (3.0, 4.0)}))
    assert "There is nothing from before to compare it with." in said


def test_too_few_visits_decide_nothing(cast):
    said = text(scenes.drafted(cast, phases={"Baseline": (6.0, 7.0, 6.5), "Plan": (2.0, 1.0)}))
    assert "It is too early to say whether it changes." in said


def test_what_became_worse_is_said(cast):
    phases = {"Baseline": (2.0, 2.2, 1.9, 2.1, 2.0), "Plan": (8.0, 8.5, 8.1, 7.9, 8.8, 8.2, 8.0, 8.6)}
    assert "It has become harder." in text(scenes.drafted(cast, phases=phases))


@pytest.mark.parametrize("reader", READERS)
def test_each_reader_gets_their_parts_and_no_more(cast, reader):
    report = scenes.drafted(cast, reader)
    keys = {section["key"].partition("-")[0] for section in body(report)["sections"]}
    expected = {
        "family": {"opening", "objective", "helps", "attendance", "next"},
        "school": {"opening", "objective", "helps", "next"},
        "court": {"opening", "sources", "objective", "attendance", "next"},
        "payer": {"opening", "services", "objective", "attendance", "next"},
    }
    assert keys == expected[reader]
    assert bool(body(report)["head"]["diagnosis"]) is (reader == "payer" and bool(cast.theo.diagnosis))
    assert ("NAP" in text(report)) is (reader in ("court", "payer"))
    assert ("H2014" in text(report)) is (reader == "payer")


def test_family_reads_it_in_spanish(cast):
    said = text(scenes.drafted(cast, language="es"))
    assert "Antes del plan era por lo general 6.2 veces por hora." in said and "del 7 mar 2026" not in said
    assert "Vemos un cambio real para mejor." in said and "The" not in said.replace("Theodore", "")


def test_a_language_without_sentences_is_refused(cast):
    with pytest.raises(Unacceptable, match="language"):
        scenes.drafted(cast, "court", language="es")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"last_day": date(2026, 2, 1)}, "span"),
        ({"last_day": date(2200, 1, 1)}, "future"),
        ({"objectives": []}, "objectives"),
    ],
)
def test_a_report_that_cannot_be_is_refused(cast, wrong, code):
    with pytest.raises(Unacceptable, match=code):
        scenes.drafted(cast, **wrong)


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


def sent(cast, report, ground="", **more):
    said = {"recipient": "June Bell", "way": "hand", **more}
    return reports.send(by=cast.imani, on=report.pk, ground=ground, **said)


def test_what_is_not_signed_is_not_sent(cast):
    with pytest.raises(Refused, match="not_signed"):
        sent(cast, scenes.drafted(cast))
    assert not Sending.objects.exists()


@pytest.mark.parametrize("reader", ["family", "school", "court"])
def test_nothing_is_sent_where_nothing_covers_it(cast, reader):
    report = scenes.signed(cast, reader)
    with pytest.raises(Refused, match="uncovered") as no:
        sent(cast, report)
    assert no.value.no.way_on == f"/clients/{cast.theo.pk}/reports/" and not Sending.objects.exists()


def test_a_payer_needs_no_release(cast):
    assert sent(cast, scenes.signed(cast, "payer"), "payment").ground == "payment"


def test_a_release_covers_its_reader_until_it_ends_or_is_withdrawn(cast):
    report, release = scenes.signed(cast, "school"), scenes.released(cast)
    assert sent(cast, report, str(release.pk)).release_id == release.pk
    assert Entry.objects.filter(verb="reports.send", client_id=cast.theo.pk, outcome="done").exists()
    reports.withdraw(by=cast.imani, on=release.pk, because="June took it back today.")
    with pytest.raises(Refused, match="uncovered"):
        sent(cast, report, str(release.pk))


def test_a_release_for_another_reader_is_no_ground(cast):
    report, release = scenes.signed(cast, "court"), scenes.released(cast, "school")
    scenes.released(cast, "court", basis="order", given_by="Family Court, 26-1041")
    with pytest.raises(Unacceptable, match="ground"):
        sent(cast, report, str(release.pk))


def test_a_mother_who_may_consent_is_a_ground(cast):
    report = scenes.signed(cast)
    june = people.connect(
        by=cast.dev, on=cast.theo, given="June", family="Bell", relation="mother", in_law="parent",
        began_on=date(2026, 1, 5),
    )  # fmt: skip
    people.grant_right(by=cast.amara, on=june, right="consent", order="Custody agreement of 5 Jan 2026")
    assert sent(cast, report, str(june.pk)).contact_id == june.pk


def test_a_withdrawal_needs_a_reason_and_happens_once(cast):
    release = scenes.released(cast)
    with pytest.raises(Unacceptable, match="reason"):
        reports.withdraw(by=cast.imani, on=release.pk, because="No")
    assert reports.withdraw(by=cast.imani, on=release.pk, because="June took it back today.")
    assert not reports.withdraw(by=cast.imani, on=release.pk, because="June took it back today.")


def test_a_sending_stays_and_has_a_ground(cast):
    made = sent(cast, scenes.signed(cast, "payer"), "payment")
    for sql in ("update reports_sending set recipient = 'x'", "delete from reports_sending"):
        with pytest.raises((IntegrityError, Exception)), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    values = {"client_id": made.client_id, "report_id": made.report_id, "version_id": made.version_id,
              "recipient": "x", "way": "hand", "ground_words": "x", "staff_id": made.staff_id}  # fmt: skip
    with pytest.raises(IntegrityError, match="sending_grounded"), transaction.atomic():
        Sending.objects.create(ground="release", **values)


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2026, 1, 4), False), (date(2026, 1, 5), True), (date(2026, 12, 31), True), (date(2027, 1, 5), False)],
)
def test_a_release_holds_from_its_first_day_to_the_day_before_its_end(on, holds):
    release = SimpleNamespace(reader="school", began_on=date(2026, 1, 5), ended_on=date(2027, 1, 5), withdrawn_at=None)
    assert rules.covers(release, reader="school", on=on) is holds
    assert not rules.covers(release, reader="court", on=on)
