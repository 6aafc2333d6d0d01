"""A form of somebody else, filled in whole once before it is published: which of its expressions ask for too much.

It is computed in a process of its own with little time and memory, as `python -m alongside.questionnaires.trying`: a
function of the library may take its time where nobody can count.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from alongside.questionnaires.filling import Node, begun, filled
from alongside.questionnaires.items import Expression, Item, Questionnaire, Value
from alongside.questionnaires.reading import MOST_BYTES, taken
from alongside.questionnaires.values import chosen

SECONDS = 10
MEMORY = 1_000_000_000  # bytes
TIMES = 20  # of what may be given several times
MOST = 1_500  # answers
ROOT = Path(__file__).parents[2]
SAMPLES: Mapping[str, Value] = {
    "boolean": {"valueBoolean": True}, "decimal": {"valueDecimal": 99.5}, "integer": {"valueInteger": 99},
    "date": {"valueDate": "2026-01-31"}, "dateTime": {"valueDateTime": "2026-01-31T08:00:00Z"},
    "time": {"valueTime": "08:00:00"}, "string": {"valueString": "word " * 20}, "text": {"valueString": "word " * 200},
    "url": {"valueUri": "urn:x"}, "quantity": {"valueQuantity": {"value": 99}},
    "reference": {"valueReference": {"display": "Somebody"}}, "open-choice": {"valueString": "Something else"},
}  # fmt: skip


def slow(asked: Questionnaire, *, seconds: int = SECONDS) -> list[str]:
    """Link ids whose expressions ask for too much; "" is the whole form, where that could not be told."""
    if not any(_expressions(asked)):
        return []
    try:
        run = subprocess.run(
            [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); from"
             f" {__name__} import main; main()"],
            input=json.dumps({"form": asked.source, "seconds": seconds}), capture_output=True, text=True,
            timeout=seconds * 6, env={}, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return [""]
    return list(map(str, json.loads(run.stdout))) if run.returncode == 0 else [""]


def main() -> None:
    """The form from standard input; its slow link ids as JSON to standard output."""
    told = json.loads(sys.stdin.read(MOST_BYTES * 3))
    resource.setrlimit(resource.RLIMIT_CPU, (told["seconds"], told["seconds"]))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    asked = taken(told["form"])
    begun(asked, {"patient": {"resourceType": "Patient"}})
    print(json.dumps(sorted(filled(asked, whole(asked), {"patient": {"resourceType": "Patient"}}).spent)))


def whole(asked: Questionnaire) -> list[Node]:
    """Every question answered, and what repeats many times, as far as MOST allows."""
    return list(_answered(asked.items, [MOST]))


def _answered(items: Sequence[Item], left: list[int]) -> Iterator[Node]:
    for item in items:
        times = (TIMES if item.repeats else 1) if left[0] > 0 else 0
        left[0] -= times
        if item.type == "group":
            for _ in range(times):
                yield {"linkId": item.link_id, "item": list(_answered(item.items, left))}
        elif item.is_asked and times and (value := _sample(item)):
            yield {
                "linkId": item.link_id,
                "answer": [{**value, "item": list(_answered(item.items, left))} for _ in range(times)],
            }


def _sample(item: Item) -> Value | None:
    return chosen(item.options[-1]) if item.options else SAMPLES.get(item.type)


def _expressions(asked: Questionnaire) -> Iterator[Expression]:
    yield from asked.variables
    for item in asked.every():
        yield from item.variables
        yield from (one for one in (item.enabled_by, item.calculated, item.initially) if one)
