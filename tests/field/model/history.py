"""What happened in one run, line by line, for a checker that knows nothing of the product."""

import json
from pathlib import Path
from typing import Any


class History:
    """Lines as they are written; each says `what` happened. `counts` are the faults that fired."""

    def __init__(self) -> None:
        self.lines: list[dict[str, Any]] = []
        self.counts: dict[str, int] = {}

    def write(self, what: str, **said: Any) -> None:
        self.lines.append({"n": len(self.lines), "what": what, **said})

    def fault(self, code: str, **said: Any) -> None:
        """A fault of the matrix fired."""
        self.counts[code] = self.counts.get(code, 0) + 1
        self.write("fault", code=code, **said)

    def save(self, path: Path, dump: dict[str, list[dict[str, Any]]]) -> None:
        """As JSON lines, the dump last."""
        lines = [*self.lines, {"n": len(self.lines), "what": "dump", "tables": dump}]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
