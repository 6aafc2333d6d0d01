"""Sending a form so that nothing of it stays, and looking at everything that could have gone wrong."""

import html
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.test import Client as Browser

from alongside.foundation.models import AgencyOwned
from alongside.foundation.tenancy import inside
from tests.input.corpus import RAW
from tests.walk.browsing import text_of
from tests.walk.fixtures import Whole
from tests.walk.parsing import Form, Page

LEDGER = {"foundation_entry", "foundation_position", "foundation_feed", "foundation_seal"}
"""Grows by every reading and by every refusal."""


FILES = (
    "select convert_from(body, 'UTF8') from documents_edition"
    " where xmin::text::bigint >= pg_current_xact_id()::text::bigint"
)
"""The words of a form stand in its file."""


@dataclass
class Answer:
    status: int
    html: str
    path: str
    form: Any
    location: str
    changed: bool
    error: str
    kept: str = ""

    @cached_property
    def page(self) -> Page:
        return Page(self.html, self.path)


@dataclass
class Probe:
    """Posts, and undoes. `problems` are what a test reports at its end, all at once."""

    whole: Whole
    browsers: dict[str, Browser]
    problems: list[str] = field(default_factory=list)
    sent: int = 0
    before: dict[str, Any] = field(default_factory=dict)

    def post(self, who: str, form: Form, data: dict[str, Any], *, look_for: bool = False, then: bool = False) -> Answer:
        """Send `data` to the form's address; what was written is looked at and undone."""
        self.before = self.before or self._rows(kept_tables())
        self.sent += 1
        with transaction.atomic():
            answer = self._send(who, form, data, look_for, then)
            transaction.set_rollback(True)
        self._never(form, data, answer)
        return answer

    def _send(self, who: str, form: Form, data: dict[str, Any], look_for: bool, then: bool) -> Answer:
        browser, before = self.browsers[who], writes()
        cookies = browser.cookies.copy()
        found = browser.post(form.action, data, HTTP_REFERER=f"http://testserver{form.page}")
        written = [table for table, count in writes().items() if count != before[table]]
        changed = any(rows != self.before[table] for table, rows in self._rows(written).items())
        kept, location = self._texts(written) if look_for and changed else "", found.headers.get("Location", "")
        text = text_of(found)
        if then and location.startswith("/"):
            text += browser.get(location).content.decode()
        browser.cookies = cookies
        error = "".join(str(part) for part in (found.exc_info or ())[:2])
        context = found.context or {}
        shown = context.get("form") if hasattr(context, "get") else None
        return Answer(found.status_code, text, form.page, shown, location, changed, error, kept)

    def _never(self, form: Form, data: dict[str, Any], answer: Answer) -> None:
        """What holds for every answer."""
        if answer.status >= 500:
            self.say(form, f"{answer.status} {answer.error} for {_short(data)}")
        if answer.status >= 400 and answer.changed:
            self.say(form, f"{answer.status}, and something was written: {_short(data)}")
        for raw in RAW:
            if raw in answer.html:
                self.say(form, f"not escaped: {raw}")

    def say(self, form: Form, problem: str) -> None:
        self.problems.append(f"{form.action} {problem}")

    def _rows(self, tables: list[str]) -> dict[str, Any]:
        """Every row that the agency has there, by the transactions that wrote them: any change of any changes it."""
        parts = [
            f"select '{table}' as t, count(*) as n, coalesce(sum(xmin::text::bigint), 0) as x from {table}"
            for table in tables
        ]
        return {table: rows for table, *rows in self._asked(parts)}

    def _texts(self, tables: list[str]) -> str:
        """Every text that was written there since the transaction began, as one."""
        parts = [
            f"select to_jsonb(r)::text from {table} r where xmin::text::bigint >= pg_current_xact_id()::text::bigint"
            for table in tables
        ]
        return "\n".join(row for (row,) in self._asked([*parts, FILES]))

    def _asked(self, parts: list[str]) -> list[tuple[Any, ...]]:
        if not parts:
            return []
        with inside(self.whole.ours.agency), connection.cursor() as cursor:
            cursor.execute(" union all ".join(parts))
            return cursor.fetchall()


def writes() -> dict[str, int]:
    """How many rows of each table were written in this transaction, undone ones too: where none more, none changed."""
    with connection.cursor() as cursor:
        cursor.execute(WRITES, [kept_tables()])
        return dict(cursor.fetchall())


WRITES = """
select relname::text, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
    + pg_stat_get_xact_tuples_deleted(oid)
from pg_class where relkind = 'r' and relname = any(%s)
"""


@cache
def kept_tables() -> list[str]:
    return [table for table in agency_tables() if table not in LEDGER]


def agency_tables() -> list[str]:
    return sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, AgencyOwned))


def shows_again(page: Page, name: str, typed: str) -> bool:
    """Whether the page has the field with what was typed in it, as a browser would send it again."""
    want = typed.replace("\r\n", "\n").replace("\r", "\n").strip()
    return any(_as_sent(control.value) == want for control in page.control(name))


def _as_sent(value: str) -> str:
    return html.unescape(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _short(data: dict[str, Any]) -> str:
    told = {name: str(value)[:60] for name, value in data.items() if name not in ("client", "operation")}
    return ", ".join(f"{name}={value!r}" for name, value in told.items())
