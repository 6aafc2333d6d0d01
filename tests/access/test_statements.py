"""The most SQL statements that each page may take, in a table: a page that asks row by row is noticed here."""

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from tests.access import evaluate

MOST = {row["page"]: int(row["most"]) for row in evaluate.rows("statements.csv")}


def pages() -> dict[str, evaluate.Cell]:
    """Every address that is read, with one who may read it."""
    may = [cell for cell in evaluate.cells() if cell.method == "GET" and cell.expected == "ok"]
    return {cell.path.partition("?")[0]: cell for cell in reversed(may)}


def test_every_page_has_a_line():
    assert set(MOST) == set(pages())


@pytest.mark.slow
def test_no_page_takes_more_statements_than_its_line_says(made):
    taken = {page: statements(made, cell) for page, cell in pages().items()}
    assert {page: count for page, count in taken.items() if count > MOST[page]} == {}


def statements(made: dict, cell: evaluate.Cell) -> int:
    ids = {**made["ids"].get(cell.relation, {}).get("*", {}), **made["ids"].get(cell.relation, {}).get(cell.role, {})}
    browser = Browser()
    browser.cookies[made["cookie"]] = made["browsers"][cell.role][cell.browser]
    with CaptureQueriesContext(connection) as sent:
        answer = browser.get(cell.path.format(**ids))
    assert answer.status_code in (200, 303), cell
    return len(sent)
