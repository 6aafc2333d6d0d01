"""Going through the pages as each member of the cast: every link that is shown, every form that stands there."""

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.test import Client as Browser
from django.urls import Resolver404, resolve

from alongside.accounts.models import Account
from alongside.accounts.proof import CONFIRMED, PROOF
from tests.walk.parsing import Form, Page
from tests.walk.record import Crew

AN_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
PEOPLE = ("imani", "rosa", "dev", "ada", "amara", "nadia")
HUBS = {
    "", "clients/", "inbox/", "staff/", "clients/<uuid:id>/person/", "staff/<uuid:id>/", "settings/programs/",
    "settings/sites/", "to-sign/", "returned/", "clients/<uuid:client>/", "clients/<uuid:client>/notes/",
    "clients/<uuid:client>/instruments/", "answers/<uuid:id>/",
    "intake/", "intake/<uuid:id>/", "devices/", "staff/<uuid:id>/devices/", "held/", "safety/", "crises/<uuid:id>/",
    "clients/<uuid:client>/reinforcers/", "clients/<uuid:client>/restrictions/",
    "sessions/<uuid:id>/record/", "visits/<uuid:id>/", "sessions/<uuid:id>/", "account/security/", "notes/<uuid:id>/",
}  # fmt: skip
MOST = {
    "assessments/<uuid:id>/": 3, "analyses/<uuid:id>/": 6,
    "notes/<uuid:id>/": 9, "answers/<uuid:id>/": 8, "clients/<uuid:client>/instruments/new/": 3,
    "clients/<uuid:client>/plans/": 3,
    "plans/versions/<uuid:version>/sections/about/": 2, "clients/<uuid:client>/phases/": 2,
    "clients/<uuid:client>/plan-card/": 2,
    "clients/<uuid:client>/restrictions/": 3,
    "skills/<uuid:program>/": 3, "sessions/<uuid:session>/skills/": 4,
    "clients/<uuid:client>/reinforcers/": 2, "crises/<uuid:id>/": 2, "held/<uuid:id>/": 2,
    "staff/<uuid:id>/": 4, "visits/<uuid:id>/": 3, "settings/forms/editions/<uuid:id>/": 14,
    "settings/forms/<uuid:id>/": 9, "reports/<uuid:report>/": 5, "fidelity/<uuid:check>/": 3,
    "intake/<uuid:id>/": 2, "clients/<uuid:client>/intake/": 3, "clients/<uuid:client>/fidelity/": 2,
    "sessions/<uuid:id>/": 4,
    "library/own/<uuid:edition>/": 3,
    "plans/versions/<uuid:version>/": 4, "observations/<uuid:id>/correction/": 4,
}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """An answer, as far as it is looked at."""

    who: str
    path: str
    status: int
    html: str
    headers: dict[str, str]


@dataclass
class Walk:
    """What was seen: every answer, and each kind of form once, with who found it."""

    pages: list[Shown] = field(default_factory=list)
    forms: dict[tuple[Any, ...], tuple[str, Form]] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    routes: set[str] = field(default_factory=set)


def sign_in(who: str, ids: Any, crew: Crew) -> Browser:
    """A browser of this person, who has just shown who they are."""
    browser = Browser(raise_request_exception=False)
    account = Account.objects.get(pk=ids.accounts[who])
    browser.force_login(account)
    session = browser.session
    session["seat"] = {"agency": str(crew.agency), "staff": str(crew.staff[who])}
    session[PROOF] = {"account": str(account.pk), "by": "totp"}
    session[CONFIRMED] = time.time()
    session.save()
    return browser


def route_of(path: str) -> str:
    """The pattern of an address; of a section of a plan, with the kind of section."""
    return _route(urlsplit(path).path, settings.ROOT_URLCONF)


@cache
def _route(path: str, _urls: str) -> str:
    """Asked again and again of the same addresses, each time of hundreds of patterns."""
    try:
        match = resolve(path)
    except Resolver404:
        return "?"
    return match.route.replace("<slug:place>", match.kwargs.get("place", "").partition("-")[0])


def walk(browsers: dict[str, Browser], starts: list[str]) -> Walk:
    """Follow every link as each of them. A kind of page is opened once, the hubs by everybody."""
    found = Walk()
    for who, browser in browsers.items():
        visit(found, who, browser, starts)
    return found


def starts(ids: Any, crew: Crew) -> list[str]:
    """Where everybody begins: what hangs together by links, and what only somebody finds who types an address."""
    lucia, theo = ids.clients["lucia"], ids.clients["theo"]
    return [
        f"/clients/{crew.client}/", f"/clients/{crew.client}/person/", f"/clients/{lucia}/plans/", "/glass/new/",
        f"/clients/{theo}/glass/", f"/clients/{crew.gone}/person/", f"/clients/{crew.gone}/person/readmission/",
        f"/staff/{crew.staff['imani']}/",
        f"/notes/{crew.notes['draft']}/sign/", f"/crises/{crew.unsaid}/", *crew.signing,
        "/account/confirm/", "/account/codes/", "/account/factor/",
    ]  # fmt: skip


def outside(crew: Crew) -> list[str]:
    """Where somebody begins who has not signed in."""
    return ["/account/login/", "/account/login/ask/", "/account/closed/", crew.link]


def visit(found: Walk, who: str, browser: Browser, starts: list[str]) -> None:
    """Follow every link from these pages on, as one person."""
    waiting, seen, own = [*starts, "/"], set[str](), Counter[str]()
    while waiting:
        path = waiting.pop(0)
        kind = route_of(path)
        if path in seen or kind in NEVER or _enough(found, own, kind + ("?" if "?" in path else ""), kind):
            continue
        seen.add(path)
        found.routes.add(kind)
        answer = browser.get(path)
        found.pages.append(Shown(who, path, answer.status_code, text_of(answer), dict(answer.headers)))
        waiting += _onward(found, who, path, answer)


def text_of(answer: Any) -> str:
    """What was answered, as text; of a paper or a picture nothing."""
    plain = answer.headers.get("Content-Type", "text").startswith(("text", "application/json", "application/fhir+json"))
    return answer.content.decode() if plain else ""


def _enough(found: Walk, own: Counter[str], asked: str, kind: str) -> bool:
    counted = own if kind in HUBS else found.kinds
    counted[asked] += 1
    return counted[asked] > MOST.get(kind, 1)


def _onward(found: Walk, who: str, path: str, answer: Any) -> list[str]:
    """Where the page leads. Its forms are remembered."""
    if answer.status_code in (302, 303):
        return [answer["Location"]]
    if answer.status_code != 200 or "html" not in answer.headers["Content-Type"]:
        return []
    page = Page(answer.content.decode(), path)
    for form in page.forms:
        form.action = urljoin(path, form.action)
        names = frozenset(AN_ID.sub("*", name) for name in form.controls)
        submit = frozenset(name for name, _ in form.buttons)
        found.forms.setdefault((route_of(form.action), form.method, names, submit), (who, form))
    links = [urlsplit(urljoin(path, link)) for link in page.links]
    return [p.path + (f"?{p.query}" if p.query else "") for p in links if not p.netloc and p.path.startswith("/")]


NEVER = {"?", "account/logout/"}
