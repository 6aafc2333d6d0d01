"""Every worked case of behavior, agreement, effect sizes and instruments: met, or named here with the reason.

The cases are carried in tests/data/single_case/worked_cases.json; where the list that they come from is at hand, it is
read too, so that none of these kinds is left out.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.answers import ANSWERS

ROOT = Path(__file__).parents[2]
CARRIED = json.loads((ROOT / "tests/data/single_case/worked_cases.json").read_text(encoding="utf-8"))
LIST = ROOT.parent / "shared" / "design" / "acceptance.json"
ELSEWHERE = {  # kinds that are none of behavior, agreement, effect sizes, instruments
    "c-chart", "p-chart var n", "XmR", "u-chart restraints per 1,000 client-hours", "t-chart", "restraint rate",
    "15-min units", "NPI Luhn", "sampling", "dates",
}  # fmt: skip

# (case, name) -> why we say something else.
NO_ROOT = "of a perfect NAP the case says [0, 1]: its search found no root. The equation has one, and `nap` gives it"
ON_THE_LINE = "a point lies on the trend line; the case counts it as beyond (2 of 5), the rule says beyond (1 of 5)"
OTHERWISE = {
    ("tarlow_linear", "NAP_CI95_Newcombe.0"): NO_ROOT,
    ("mckissick_p1", "NAP_CI95_Newcombe.0"): NO_ROOT,
    ("parker2011_bob", "DC.k"): ON_THE_LINE,
    ("parker2011_bob", "DC.p"): ON_THE_LINE,
}


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Each value with its name: "DC.k", "means.0"."""
    within = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if within is None:
        yield ".".join(path), value
        return
    for name, one in within:
        yield from leaves(one, (*path, str(name)) if name != "" else path)


def digits(kind: str, name: str) -> int:
    """To how many decimals the case says it: six, but for percentages."""
    return 3 if name == "pct_change_from_R2" else 4 if kind.startswith("IOA") and name != "cohen_kappa" else 6


def unmet(case: dict[str, Any]) -> list[str]:
    """Names of the values to which we say something else."""
    ours = dict(leaves(ANSWERS[case["kind"]](case)))
    return [
        name for name, want in leaves(case["expected"])
        if not alike(ours.get(name, "nothing"), want, 0.6 * 10 ** -digits(case["kind"], name))
    ]  # fmt: skip


def alike(mine: Any, want: Any, within: float) -> bool:
    if isinstance(want, bool) or want is None or isinstance(want, str):
        return mine == want
    return not isinstance(mine, (str, bool)) and mine is not None and abs(mine - want) <= within


@pytest.mark.parametrize("case", CARRIED, ids=lambda case: case["id"])
def test_the_case_is_met(case):
    assert unmet(case) == [name for known, name in OTHERWISE if known == case["id"]]


def test_no_case_of_these_kinds_is_left_out():
    if not LIST.exists():
        pytest.skip(f"the list of worked cases is not at {LIST}; the carried ones are all met")
    listed = json.loads(LIST.read_text(encoding="utf-8"))
    assert {case["kind"] for case in listed} == {*ANSWERS, *ELSEWHERE}
    wanted = {case["id"]: case for case in listed if case["kind"] in ANSWERS}
    carried = {case["id"]: case for case in CARRIED}
    told = ("kind", "A", "B", "improvement", "data", "o1", "o2", "per_occurrence_pct", "table", "expected")
    assert {id: [case.get(name) for name in told] for id, case in carried.items()} == {
        id: [case.get(name) for name in told] for id, case in wanted.items()
    }
    assert {id: names for id, case in wanted.items() if (names := unmet(case))} == {
        "tarlow_linear": ["NAP_CI95_Newcombe.0"], "mckissick_p1": ["NAP_CI95_Newcombe.0"],
        "parker2011_bob": ["DC.k", "DC.p"],
    }  # fmt: skip


def test_a_wrong_answer_is_noticed():
    case = next(case for case in CARRIED if case["id"] == "csa_own")
    assert unmet({**case, "expected": {**case["expected"], "yules_q": 0.76, "p_nobody": 1}}) == ["yules_q", "p_nobody"]
