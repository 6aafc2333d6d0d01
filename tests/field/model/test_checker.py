"""The checker itself: it knows nothing of the product, and each thing that must never be is seen in a small history."""

import ast
import sys
from copy import deepcopy
from pathlib import Path

import pytest

from tests.field.model import checker

HERE = Path(__file__).parent
AT, LATER = "2026-11-22T15:00:00+00:00", "2026-11-22T15:00:09+00:00"
OPERATION = {"id": "o1", "seq": 1, "kind": "behaviour.record/1", "on": "s", "at": AT, "tick": 5,
             "details": {"target": "t", "details": {"count": 2}, "happened_at": AT}}  # fmt: skip
MADE = {"what": "made", "operation": OPERATION, "who": "rosa", "staff": "rosa's", "digest": "d1", "key": "k",
        "sealed": "x", "off_s": 0.0, "key_off_s": 0.0}  # fmt: skip
OBSERVED = {"id": "o1", "session_id": "s", "target_id": "t", "details": {"count": 2}, "happened_at": AT,
            "second": False, "follows_id": None, "retracts": False, "observer_id": "rosa's"}  # fmt: skip
RECEIPT = {"operation_id": "o1", "digest": "d1", "turn": 1, "staff_id": "rosa's", "outcome": "done", "reasons": [],
           "at": AT, "tick": 5, "skew_ms": 0, "enrolment_id": "e", "seq": 1, "claims": True,
           "received_at": AT}  # fmt: skip
TALLY = {"session_id": "s", "target_id": "t", "second": False, "n": 1, "numerator": 2}
ENTRY = {"verb": "behaviour.record", "staff_id": "rosa's", "outcome": "done", "session_ref": "device:d"}
TABLES = {
    "field_receipt": [RECEIPT], "field_hold": [], "field_decision": [], "field_outboxkey": [{"id": "k", "made_at": AT}],
    "behaviour_observation": [OBSERVED], "behaviour_tally": [TALLY], "foundation_entry": [ENTRY],
}  # fmt: skip


def history(tables, *made, kept=(), **said):
    last = {"what": "kept", "queues": [list(row) for row in kept], "to_take_back": [], "drained": True}
    return [*(made or (MADE,)), *said.get("more", ()), last, {"what": "dump", "tables": tables}]


def changed(table, **values):
    tables = deepcopy(TABLES)
    tables[table] = [{**tables[table][0], **values}]
    return tables


def held(**values):
    hold = {"id": "h", "operation_id": "o1", "digest": "d1", "body": OPERATION, "envelope": {"sealed": "x"}, **values}
    without = {"behaviour_observation": [], "behaviour_tally": [], "foundation_entry": []}
    waits = {"outcome": "held", "reasons": [{"code": "clock", "field": ""}]}
    return {**TABLES, **without, "field_receipt": [{**RECEIPT, **waits}], "field_hold": [hold]}


OTHER = {**MADE, "digest": "d2", "operation": {**OPERATION, "id": "o2", "seq": 2}}
OFF = {**MADE, "off_s": 86_400.0}
WRONG = {
    "lost": [
        (history(changed("field_receipt", operation_id="o9")),), (history({**TABLES, "behaviour_observation": []}),),
        (history(TABLES, MADE, OTHER),), (history({**held(), "field_hold": []}),),
        (history({**held(body=None), "field_outboxkey": []}),), (history({**TABLES, "behaviour_tally": []}),),
    ],
    "doubled": [
        (history({**TABLES, "behaviour_observation": [OBSERVED, {**OBSERVED, "id": "o7"}]}),),
        (history(changed("behaviour_tally", n=2, numerator=4)),),
        (history({**TABLES, "foundation_entry": [ENTRY] * 2}),),
    ],
    "wrong_author": [
        (history(changed("behaviour_observation", observer_id="ben's")),),
        (history(changed("field_receipt", staff_id="ben's")),),
        (history(changed("foundation_entry", staff_id="ben's")),),
    ],
    "overwritten": [
        (history(changed("behaviour_observation", details={"count": 9})),),
        (history(held(body={**OPERATION, "details": {}})),), (history(held(body=None, envelope={"sealed": "y"})),),
    ],
    "out_of_order": [
        (history(changed("field_receipt", seq=2)),),
        (history({**TABLES, "field_receipt": [
            {**RECEIPT, "seq": 2}, {**RECEIPT, "operation_id": "o9", "received_at": LATER}
        ]}),),
    ],
    "unflagged": [
        (history(TABLES, OFF),), (history(changed("field_receipt", at=LATER)),),
        (history(TABLES, more=[{"what": "sent", "ids": [["o1", 1]], "off_s": 86_400.0}]),),
    ],
    "stuck": [(history({**held(), "field_receipt": [{**RECEIPT, "outcome": "waiting"}]}),)],
}  # fmt: skip


def test_what_is_right_is_found_right():
    assert checker.check(history(TABLES)).told() == ""
    assert checker.check(history(held())).told() == ""
    assert checker.check(history(TABLES, MADE, OTHER, kept=[("o2", "x")])).told() == ""
    gone = {"what": "gone", "ids": ["o2"]}
    assert checker.check(history(TABLES, MADE, OTHER, more=[gone])).told() == ""


def test_the_very_same_words_twice_stand_once():
    said = {"kind": "sessions.verify/1", "details": {"moment": "begin", "how": "no_place"}}
    made = [
        {**MADE, "operation": {**OPERATION, **said, "id": id, "seq": seq}, "digest": id}
        for id, seq in (("a", 1), ("b", 2))
    ]
    row = {"id": "a", "session_id": "s", "moment": "begin", "how": "no_place", "device_at": AT, "staff_id": "rosa's"}
    receipts = [{**RECEIPT, "operation_id": one["digest"], "digest": one["digest"]} for one in made]
    empty = {"behaviour_observation": [], "behaviour_tally": [], "foundation_entry": []}
    tables = {**TABLES, **empty, "field_receipt": receipts, "sessions_verification": [row]}
    assert checker.check(history(tables, *made)).told() == ""
    other = {**tables, "sessions_verification": [{**row, "device_at": LATER}]}
    assert checker.check(history(other, *made)).lost and checker.check(history(other, *made)).overwritten


def test_a_clock_that_was_put_right_unseen_is_counted():
    found = checker.check(history(TABLES, {**OFF, "key_off_s": 86_400.0}))
    assert found.clean and found.counts["with a clock put right unseen"] == 1


def test_a_clock_that_was_turned_is_seen_by_what_is_kept_of_it():
    assert checker.check(history(changed("field_receipt", skew_ms=86_400_000), OFF)).told() == ""
    turned = {**TABLES, "field_outboxkey": [{"id": "k", "made_at": "2026-11-21T15:00:00+00:00"}]}
    assert checker.check(history(turned, OFF)).told() == ""


@pytest.mark.parametrize(
    ("kind", "lines"), [(kind, lines) for kind, several in WRONG.items() for (lines,) in several],
    ids=[f"{kind}-{n}" for kind, several in WRONG.items() for n, _ in enumerate(several)],
)  # fmt: skip
def test_each_thing_that_must_never_be_is_seen(kind, lines):
    found = checker.check(lines)
    assert getattr(found, kind), found.told()
    assert not found.clean and kind in found.told()


@pytest.mark.parametrize("name", ["checker.py", "books.py", "effects.py", "signed.py", "texts.py"])
def test_it_knows_nothing_of_the_product(name):
    tree = ast.parse((HERE / name).read_text())
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    beside = {module for module in imported if module.split(".")[0] not in sys.stdlib_module_names}
    assert beside <= {"tests.field.model", "tests.field.model.books", "tests.field.model.effects"}
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not calls & {"__import__", "exec", "eval"}
