"""A level for each case, errors of a first-order process: the top of the likelihood, whatever unit or start."""

from dataclasses import replace

import pytest

from alongside.measure.between_case_model import by_model
from alongside.measure.mixed_model import Run, _looked_at, fit
from alongside.measure.series import Phase

CASES = [
    ([8, 7, 9, 8, 3, 2, 4, 3, 2, 3], 4),
    ([6, 5, 7, 6, 5, 6, 2, 1, 3, 2], 6),
    ([9, 9, 8, 10, 9, 8, 9, 5, 4, 3], 7),
]
LIKE = [([8, 2, 7, 3, 1, 5, 2, 4, 0, 3], 4), ([2, 8, 3, 7, 5, 1, 4, 2, 3, 0], 4), ([5, 5, 4, 6, 3, 3, 1, 5, 2, 3], 4)]


def phases(values, change, *, by=1.0, plus=0.0):
    told = [by * value + plus for value in values]
    times = [float(n) for n in range(1, len(values) + 1)]
    return (
        Phase("Usual", "A", tuple(times[:change]), tuple(told[:change])),
        Phase("Program", "B", tuple(times[change:]), tuple(told[change:])),
    )


def runs(cases):
    return [Run(list(range(len(v))), [float(n >= c) for n in range(len(v))], [float(x) for x in v]) for v, c in cases]


@pytest.mark.parametrize("cases", [CASES, LIKE])
def test_nothing_near_is_more_likely(cases):
    found = fit(runs(cases), start=(3.0, 0.2, 3.0))
    at = (found.tau_sq, found.phi, found.sigma_sq)
    top = _looked_at(runs(cases), at).likelihood
    for place in range(3):
        for step in (-0.01, 0.01):
            near = [value + (step if n == place else 0) for n, value in enumerate(at)]
            if near[0] >= 0:
                assert _looked_at(runs(cases), tuple(near)).likelihood <= top + 1e-9


def test_the_start_does_not_matter():
    one, two = (fit(runs(CASES), start=start) for start in ((3.0, 0.2, 3.0), (0.5, -0.5, 9.0)))
    assert (one.tau_sq, one.phi, one.sigma_sq) == pytest.approx((two.tau_sq, two.phi, two.sigma_sq), rel=1e-6)


def test_cases_that_are_alike_share_one_level():
    assert fit(runs(LIKE), start=(3.0, 0.2, 3.0)).tau_sq == 0


def test_another_unit_changes_no_effect():
    plain = by_model([phases(v, c) for v, c in CASES])
    other = by_model([phases(v, c, by=60, plus=7) for v, c in CASES])
    assert (other.g_ab, other.se, other.nu, other.phi) == pytest.approx(
        (plain.g_ab, plain.se, plain.nu, plain.phi), rel=1e-6
    )
    assert plain.g_ab < 0 < plain.within


def test_phases_of_other_names_are_left_out():
    later = Phase("Follow-up", "B", (11.0, 12.0), (50.0, 60.0))
    assert by_model([(*phases(v, c), later) for v, c in CASES]) == by_model([phases(v, c) for v, c in CASES])


def test_where_there_is_no_answer():
    assert by_model([phases(v, c) for v, c in CASES[:2]]) is None
    assert by_model([phases([4] * 10, 5) for _ in CASES]) is None
    twice = [replace(p, sessions=(1.0,) * len(p.sessions)) for p in phases(*CASES[0])]
    assert by_model([twice, *(phases(v, c) for v, c in CASES[1:])]) is None
    half = [replace(p, sessions=tuple(s / 2 for s in p.sessions)) for p in phases(*CASES[0])]
    assert by_model([half, *(phases(v, c) for v, c in CASES[1:])]) is None
