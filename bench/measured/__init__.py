"""What can be measured, by name: each module says what it measures and yields its results."""

from types import ModuleType

from bench.measured import chart, ledger, likeness, lists, measure, record, sign, sync

ALL: dict[str, ModuleType] = {one.__name__.rpartition(".")[2]: one for one in (chart, lists, record, sign, sync, likeness, ledger, measure)}
