"""The history of a run and the tables at its end, found by what is asked of them. Standard library only."""

from collections import defaultdict
from dataclasses import dataclass

from tests.field.model.effects import Effect, Line


@dataclass
class Books:
    """`offs`: how wrong the device's clock was each time that it handed an operation in."""

    made: list[Line]
    queues: set[tuple[str, str]]
    on_the_way_back: set[tuple[str, str]]
    gone: set[str]
    acked: dict[tuple[str, str], str]
    tables: dict[str, list[Line]]
    drained: bool
    offs: dict[str, set[float]]
    forged: set[str]

    def __post_init__(self) -> None:
        self.receipts: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for row in sorted(self.tables["field_receipt"], key=lambda row: row["turn"]):
            self.receipts[row["operation_id"], row["digest"]].append(row)
        self.holds = {(row["operation_id"], row["digest"]): row for row in self.tables["field_hold"]}
        self.decisions = {row["hold_id"]: row for row in self.tables["field_decision"]}
        self.keys = {row["id"]: row for row in self.tables["field_outboxkey"]}
        self._rows: dict[tuple[str, str], dict[str, Line]] = {}

    def row(self, effect: Effect, operation: Line) -> Line | None:
        found = self._row(effect.table, effect.by_on or "id", effect.row_id(operation))
        if found is None and effect.or_table:
            return self._row(effect.or_table, "id", operation["id"])
        if found is None and effect.once:
            return next((row for row in self.tables.get(effect.table, ()) if effect.same(row, operation)), None)
        return found

    def receipts_of(self, made: Line) -> list[Line]:
        """Of an operation; of the sealed one where it came before its key."""
        found = self.receipts.get((made["operation"]["id"], made["digest"]), [])
        return found or self.receipts.get((made["operation"]["id"], self._as_sealed(made)), [])

    def hold_of(self, made: Line) -> Line | None:
        id = made["operation"]["id"]
        return self.holds.get((id, made["digest"])) or self.holds.get((id, self._as_sealed(made)))

    def _row(self, table: str, column: str, id: str) -> Line | None:
        if (table, column) not in self._rows:
            self._rows[table, column] = {row[column]: row for row in self.tables.get(table, ())}
        return self._rows[table, column].get(id)

    def _as_sealed(self, made: Line) -> str:
        same = [row for row in self.tables["field_hold"] if row["operation_id"] == made["operation"]["id"]]
        return next((row["digest"] for row in same if row["envelope"]["sealed"] == made["sealed"]), "")


def opened(lines: list[Line]) -> Books:
    """What was made and heard, and the dump, which is the last line."""
    by_what: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_what[line["what"]].append(line)
    last = by_what["kept"][-1]
    offs: dict[str, set[float]] = defaultdict(set)
    for line in by_what["sent"]:
        for id, _ in line["ids"]:
            offs[id].add(line["off_s"])
    acked = {(line["id"], line["digest"]): line["outcome"] for line in by_what["receipt"]}
    return Books(
        made=by_what["made"], queues={tuple(row) for row in last["queues"]},
        on_the_way_back={tuple(row) for row in last["to_take_back"]},
        gone={id for line in by_what["gone"] for id in line["ids"]}, acked=acked,
        tables=by_what["dump"][-1]["tables"], drained=last["drained"], offs=offs,
        forged={line["id"] for line in by_what["forged"]},
    )  # fmt: skip
