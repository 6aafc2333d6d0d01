"""What is in a record stands on pages, in the record and in the index of names: in no log, address, title or letter."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from alongside.accounts.models import SignedIn
from alongside.foundation.tenancy import inside
from alongside.project import worker
from alongside.project.urls import handler400, handler404, handler500, urlpatterns
from tests.input.filling import filled
from tests.input.probing import agency_tables
from tests.walk.browsing import route_of
from tests.walk.parsing import Page

__all__ = ["handler400", "handler404", "handler500"]

CANARY = re.compile("zqxvyk", re.I)


def breaks(request: HttpRequest) -> HttpResponse:
    """A fault of ours in the middle of a record."""
    raise ZeroDivisionError(request.POST["name"])


def breaks_a_rule(request: HttpRequest) -> HttpResponse:
    """A fault that the database reports with the row in which it is."""
    with connection.cursor() as cursor:
        cursor.execute("insert into people_household (id, name) values (null, %s)", [request.POST["name"]])
    return HttpResponse()


urlpatterns = [*urlpatterns, path("t/breaks/", breaks), path("t/rule/", breaks_a_rule)]


@contextmanager
def log() -> Iterator[io.StringIO]:
    """What the log as it is set up writes meanwhile, down to its smallest remarks."""
    [handler] = [h for h in logging.getLogger().handlers if h.name == "console"]
    written, level = io.StringIO(), logging.getLogger().level
    before = handler.setStream(written)
    logging.getLogger().setLevel(logging.DEBUG)
    try:
        yield written
    finally:
        logging.getLogger().setLevel(level)
        handler.setStream(before)


def texts(whole: Any, table: str, columns: list[str]) -> str:
    with inside(whole.ours.agency), connection.cursor() as cursor:
        named = ", ".join('"' + column + '"::text' for column in columns)
        cursor.execute(f"select concat_ws(' ', {named}) from {table}")
        return "\n".join(row for (row,) in cursor.fetchall())


def columns() -> dict[str, list[str]]:
    """Every column of text of every table that an agency owns."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name, column_name from information_schema.columns where table_schema = current_schema()"
            " and data_type in ('text', 'character varying', 'jsonb')"
        )
        for table, column in cursor.fetchall():
            found.setdefault(table, []).append(column)
    return found


def test_every_field_of_a_record_has_a_canary(standing):
    """Otherwise nothing below would prove anything about it."""
    owned, all_columns = set(agency_tables()), columns()
    filled_in = {table for table in owned & set(all_columns) if texts(standing, table, all_columns[table])}
    assert sorted((owned & set(all_columns)) - filled_in ^ NOTHING_THERE) == []
    without = {
        f"{table}.{column}"
        for table in filled_in
        for column in all_columns[table]
        if not CANARY.search(texts(standing, table, [column]))
    }
    assert sorted(without ^ set(NOT_PLANTED.split())) == []


NOTHING_THERE = {
    "behaviour_scored", "foundation_adoption", "foundation_declined", "foundation_parkedreaction",
    "people_disposaldecision", "people_disposed",
}  # fmt: skip
"""What acts of several people over several days write: disposal and editions have their own suites."""

NOT_PLANTED = """
agencies_oncall.name agencies_oncall.number agencies_programme.name agencies_programme.note_format
assessments_analysis.kind assessments_analysis.improvement
agencies_programme.payer agencies_programme.population agencies_programme.service_code agencies_programme.setting
agencies_site.address agencies_site.name agencies_site.phone agencies_site.place_of_service agencies_site.zone
behaviour_notice.area behaviour_observation.measure behaviour_observation.zone behaviour_tally.measure
documents_devicesignature.statement documents_document.form documents_document.form_edition
documents_signature.capacity documents_signature.credential documents_signature.digest documents_signature.meaning
documents_signature.name documents_version.digest documents_version.kind
documents_approval.credential documents_approval.name documents_approval.role documents_edition.language
documents_edition.sha256 documents_edition.source documents_edition.url documents_edition.version
documents_form.kind documents_form.respondents documents_retirement.name
fidelity_check.kind fidelity_check.scored_as fidelity_score.moment fidelity_score.result fidelity_score.step
field_decision.way field_device.build
field_hold.digest field_hold.envelope field_hold.kind field_hold.outcome field_hold.reasons field_receipt.digest
field_receipt.kind field_receipt.outcome field_receipt.reasons field_serverkey.sealing_private
field_serverkey.signing_private foundation_entry.outcome foundation_entry.reason foundation_entry.relation
foundation_entry.role foundation_entry.session_ref foundation_entry.subject foundation_entry.verb
foundation_feed.horizon foundation_feed.name foundation_letter.code foundation_letter.fault foundation_letter.path
foundation_proposal.edition foundation_proposal.key foundation_proposal.kind foundation_proposal.proposer
foundation_revision.subject incidents_crisisline.line
foundation_blob.digest foundation_blob.media_type instruments_alarm.because instruments_alarm.path
instruments_answer.link instruments_answering.form instruments_answering.instrument instruments_answering.respondent
instruments_elsewhere.authored instruments_elsewhere.sha256 instruments_elsewhere.told
instruments_pathapproval.credential instruments_pathapproval.name
instruments_pathwording.name instruments_pathwording.path
instruments_answering.state instruments_answering.title instruments_asking.form instruments_asking.occasion
instruments_asking.of_set instruments_asking.respondent instruments_asking.title instruments_score.band
instruments_score.code instruments_score.edition instruments_score.filled instruments_score.instrument
instruments_score.left_out instruments_score.name instruments_score.respondent instruments_score.scale
consents_consent.reader consents_consent.way consents_consent.what
intake_closing.how intake_drawn.facts intake_referral.language
intake_referral.phone intake_referral.source intake_referral.urgency intake_summary.credential intake_summary.name
living_helped.activity living_helped.choice living_helped.level
notes_note.format notes_note.service_code notes_note.state notes_remark.head parties_contactpoint.kind
parties_party.language parties_token.kind people_alert.icon people_alert.kind people_client.diagnosis
people_contact.legal_relation people_contactright.right people_disposal.edition people_disposal.rule
people_teamplace.part reports_report.language reports_report.reader
reports_report.state reports_sending.ground reports_sending.way plans_cardline.kind plans_cardline.stage
plans_objective.comparator plans_otherchange.kind
plans_owndecision.decided_as plans_owndecision.kind plans_ownedition.base_edition plans_ownedition.base_key
plans_owntemplate.band plans_owntemplate.base_key plans_owntemplate.function
plans_part.key plans_phase.condition plans_plan.kind plans_planversion.digest plans_planversion.ended_because
plans_planversion.published_as plans_planversion.taken_from plans_preference.method plans_reinforcer.schedule
plans_restrictionline.kind plans_interventionline.objective
plans_strategy.moment plans_target.improvement plans_target.kind plans_target.measure plans_targetline.function
plans_targetline.improvement plans_targetline.kind plans_targetline.measure schedule_calloff.kind
plans_training.hows plans_training.trained_as plans_approval.gate plans_approval.wording
plans_planreview.cause plans_planreview.decision plans_planreview.held_as
plans_plansignature.capacity plans_plansignature.digest plans_plansignature.how plans_reviewline.verdict
schedule_calloff.reason schedule_visit.outside_ref schedule_visit.zone sessions_session.place_of_service
outcomes_decision.choice outcomes_decision.rule outcomes_decision.verdict outcomes_standing.verdict
sessions_clockoff.kind sessions_session.taken_from sessions_session.zone sessions_verification.exception
sessions_verification.how sessions_verification.moment workforce_role.role
skills_chosen.technique skills_decision.answer skills_decision.evidence skills_decision.kind skills_probe.kind
skills_programversion.chaining skills_programversion.hierarchy skills_programversion.kinds
skills_programversion.made_as skills_programversion.rule skills_programversion.seconds skills_programversion.weeks
skills_skillprogram.domain skills_techniqueuse.felt skills_techniqueuse.technique skills_techniqueuse.went
workforce_staff.credential
"""
"""Columns of codes, digests, sealed bytes and names of staff, places, scales and published forms; a number
to call; and what only an import or the end of a plan writes."""


NO_RECORD = ("foundation_", "procrastinate_", "accounts_", "account_", "mfa_")


def test_no_ledger_letter_job_or_session_has_one(standing):
    """Not what was written about acts, not what the worker keeps, not the sessions of browsers."""
    found = columns()
    kept = [table for table in found if table.startswith(NO_RECORD)]
    assert {"foundation_entry", "foundation_letter", "procrastinate_jobs"} <= set(kept)
    kept.remove("foundation_revision")  # what a row was before: part of the record
    kept.remove("foundation_storedfile")  # what somebody called a file of a record: part of the record
    kept.remove("foundation_proposal")  # why an edition of a rule, in somebody's words: part of that page
    leaks = [table for table in kept if CANARY.search(texts(standing, table, found[table]))]
    assert leaks == []
    assert not CANARY.search(repr([session.get_decoded() for session in SignedIn.objects.all()]))
    assert texts(standing, "foundation_letter", ["code"]).strip()


def test_no_page_has_one_in_its_title_address_or_headers(walked):
    """Of a whole record. On the pages themselves they stand, as they should."""
    told = [shown for shown in walked.pages if CANARY.search(shown.html)]
    assert len(told) > 60
    for shown in walked.pages:
        page = Page(shown.html, shown.path)
        addresses = [*page.links, *(form.action for form in page.forms)]
        assert not CANARY.search(page.title), shown.path
        assert not CANARY.search(" ".join([shown.path, *addresses])), shown.path
        assert not CANARY.search(repr(shown.headers)), shown.path


def test_nobody_who_may_not_open_a_page_sees_one(walked):
    closed = [shown for shown in walked.pages if shown.status in (403, 404)]
    assert len(closed) > 5
    assert [shown.path for shown in closed if CANARY.search(shown.html)] == []


def test_no_log_has_one(standing, browsers, walked):
    """While every form is sent with words that cannot be kept, and pages are opened that are not there."""
    with log() as written:
        logging.getLogger("alongside").warning("the log is on")
        for who, form in walked.forms.values():
            if form.method == "post" and not route_of(form.action).startswith("account/"):
                with transaction.atomic():
                    browsers[who].post(form.action, {name: f"Zqxvyk{name}\x00" for name in filled(form)})
                    transaction.set_rollback(True)
        browsers["dev"].get(f"/clients/{standing.ours.client}/")
        browsers["dev"].get("/search/", {"q": "Zqxvykgiven"})
        browsers["dev"].get("/clients/Zqxvykgiven/")
    assert "the log is on" in written.getvalue()
    assert "Forbidden" in written.getvalue()
    assert not CANARY.search(written.getvalue().replace("/clients/Zqxvykgiven/", "")), written.getvalue()


@pytest.mark.urls("tests.house.test_canaries")
@pytest.mark.parametrize("page", ["breaks", "rule"])
def test_a_fault_of_ours_tells_its_kind_and_place_alone(browsers, page):
    """In the log as on the page; of a rule of the database, which one it is."""
    with log() as written, transaction.atomic():
        answer = browsers["imani"].post(f"/t/{page}/", {"name": "Zqxvyktyped"})
        transaction.set_rollback(True)
    assert answer.status_code == 500
    assert not CANARY.search(answer.content.decode())
    assert not CANARY.search(written.getvalue())
    assert ("ZeroDivisionError" if page == "breaks" else "people_household") in written.getvalue()
    assert f"in {'breaks' if page == 'breaks' else 'breaks_a_rule'}" in written.getvalue()


def test_no_letter_that_is_sent_has_one(standing, settings):
    settings.EMAIL_HOST = "mail.example.test"
    with log() as written:
        worker.send_letters(standing.ours.agency)
    assert mail.outbox
    assert not CANARY.search("".join(f"{letter.subject} {letter.body} {letter.to}" for letter in mail.outbox))
    assert not CANARY.search(written.getvalue())
