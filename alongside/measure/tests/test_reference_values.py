"""Every reference value, by metric and variant, to 1e-6; what cannot be reproduced is named here and in the README."""

from alongside.measure.metrics import rows
from alongside.measure.reading import read
from alongside.measure.tests.places import CARRIED, FULL, close, needs_full, table

# Of 10,627 values these three are not met: baseline-corrected tau-b of Donald, Ricardo and Paul in exampleAB_50. The
# series file has 15 digits, the reference ran on 17: ties of residuals fall differently in the last bit.
LAST_BIT = {("exampleAB_50", name, "BCTau[Baseline corrected tau]") for name in ("Donald", "Ricardo", "Paul")}
# Six of the 105 values of a fitted model agree to 5e-6 only: both sides search for the most likely parameters, and ours
# are the likelier ones in every set concerned (test_likelier.py).
SEARCHED = {
    ("AlberMorgan", "ALL | ", "nu"), ("Ruiz", "ALL | PSWQ", "phi"), ("Ruiz", "ALL | DEPRESSION", "phi"),
    *(("DelemereDounavi", "ALL | Bedtime fading", name) for name in ("g_AB", "delta_AB", "nu")),
}  # fmt: skip
TIME_NAMES = {"plm:day": "plm:mt", "plm:year": "plm:mt"}  # the name of the time column is not in the series file


def key(dataset, series, pair, metric, variant):
    return dataset, series, str(pair or ""), metric, variant


def measured(folder):
    found = {}
    for path in sorted(folder.glob("[!r]*.csv")) + sorted(folder.glob("r[!a]*.csv")):
        for row in rows(read(path)):
            series = "[case #1]" if row.series == "Case1" else row.series
            found[key(row.dataset, series, row.pair, row.metric, row.variant)] = row
    return found


def differences(wanted, found, lower="ci_lower", upper="ci_upper"):
    """(metric, variant, dataset, series) of each reference value that is not met."""
    for row in wanted:
        metric = TIME_NAMES.get(row["metric"], row["metric"])
        ours = found.get(key(row["dataset"], row["series"], row["pair"], metric, row["variant"]))
        numbers = (row["value"], row["se"], row[lower], row[upper])
        mine = (ours.value, ours.se, ours.ci_lower, ours.ci_upper) if ours else (None,) * 4
        searched = (row["dataset"], row["series"], metric.removeprefix("BCSMD_REML:")) in SEARCHED
        within = 5e-6 if searched else 1e-6
        if not all(want == "" or close(have, float(want), within) for have, want in zip(mine, numbers, strict=True)):
            yield row["dataset"], row["series"], row["metric"], row["variant"]


def known(fault):
    """Named exceptions: ties in the last bit."""
    dataset, series, metric, _ = fault
    return (dataset, series, metric) in LAST_BIT


def test_carried_reference_values():
    wanted = table(CARRIED / "expected.csv")
    faults = [f for f in differences(wanted, measured(CARRIED / "series")) if not known(f)]
    assert faults == []
    assert len(wanted) == 1395


@needs_full
def test_all_reference_values():
    wanted = table(FULL / "expected.csv")
    faults = list(differences(wanted, measured(FULL / "series"), "CI_lower", "CI_upper"))
    assert [f for f in faults if not known(f)] == []
    assert len(faults) == len(LAST_BIT) == 3
    assert len(wanted) - len(faults) == 10_624


def test_a_wrong_value_is_noticed():
    wanted = table(CARRIED / "expected.csv")[:1]
    wanted[0]["value"] = "0.123456"
    assert len(list(differences(wanted, measured(CARRIED / "series")))) == 1
