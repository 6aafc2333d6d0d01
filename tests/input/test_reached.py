"""Every address that takes a POST is tried by this suite, or stands here with the reason why not."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import get_resolver

from tests.walk.browsing import route_of
from tests.walk.parsing import Page

NOT_HERE = {
    "account/login/passkey/question/": "GET: what the page's script asks the device",
    "account/login/code/": "only in the middle of signing in: alongside/accounts/tests/test_entering.py",
    "account/login/demo/<uuid:account>/": "only while all agencies are demos: alongside/accounts/tests/test_demo.py",
    "account/factor/passkey/<int:passkey>/removal/": "needs a passkey: alongside/accounts/tests/test_setting.py",
    "plans/<uuid:plan>/drafts/": "a button without a field: alongside/plans/tests/test_pages.py",
    "clients/<uuid:client>/intake/observation/": "a button without a field: alongside/intake/tests/test_pages.py",
    "skills/<uuid:program>/decision/": "only while a move is proposed: alongside/skills/tests/test_pages.py",
    "held/<uuid:id>/instead/": "only for a note with another draft: alongside/field/tests/test_two_drafts.py",
    "held/<uuid:id>/gap/": "only for what waits for days: alongside/field/tests/test_forcing.py",
    "field/app.webmanifest": "a file of the app",
    "field/enrolments/": "takes JSON from the app: alongside/field/tests/test_enrolling.py",
    "field/operations/": "takes JSON from the app: alongside/field/tests/test_handing_in.py",
    "field/pack/": "JSON for the app, takes nothing: alongside/field/tests/test_pack.py",
    "field/session/": "JSON for the app, takes nothing: alongside/field/tests/test_enrolling.py",
    "field/words/<slug:locale>.json": "a file of the app",
    "field/worker.js": "a file of the app",
    "livez": "answers a machine, takes nothing",
    "readyz": "answers a machine, takes nothing",
}


def addresses(resolver: Any, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern, here)
        else:
            yield here


def test_every_address_is_walked_or_has_a_reason(walked):
    """By following links alone: what nobody finds, nobody can use."""
    seen = walked.routes | {route_of(form.action) for _, form in walked.forms.values()}
    seen |= {"plans/versions/<uuid:version>/sections/<slug:place>/" + end for end in ("", "removal/")}
    seen.add("library/own/<uuid:edition>/<slug:place>/")
    assert {re.sub("^/", "", address) for address in addresses(get_resolver())} - seen == set(NOT_HERE)


def test_every_section_of_a_plan_has_its_form(walked):
    seen = {route_of(form.action).split("/")[-2] for _, form in walked.forms.values() if "/sections/" in form.action}
    assert seen >= {"about", "part", "goal", "target", "strategies", "crisis", "card", "removal"}


def test_every_section_of_a_template_of_ones_own_has_its_form(walked):
    seen = {route_of(form.action).split("/")[-2] for _, form in walked.forms.values() if "/library/own/" in form.action}
    assert seen == {"head", "replacement", "part", "strategies", "crisis", "card", "agreement", "retirement"}


def test_no_page_is_broken_and_no_link_leads_to_a_wall(walked):
    """Who sees a link may follow it. The addresses with which somebody begins are typed, not linked."""
    assert [(shown.who, shown.path, shown.status) for shown in walked.pages if shown.status >= 404] == []
    closed = {(shown.who, shown.path) for shown in walked.pages if shown.status == 403}
    pages = [(shown.who, Page(shown.html, shown.path)) for shown in walked.pages if shown.status == 200]
    assert [(who, page.path, link) for who, page in pages for link in page.links if (who, link) in closed] == []
