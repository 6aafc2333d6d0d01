"""What can be measured, by name: each module says what it measures and yields its results."""

from types import ModuleType

from bench.measured import chart, fba, field_device, ledger, likeness, lists, measure, pdf, record, sign, sync

ALL: dict[str, ModuleType] = {
    one.__name__.rpartition(".")[2].replace("_", "-"): one
    for one in (chart, lists, record, sign, sync, field_device, likeness, ledger, measure, fba, pdf)
}
