"""The pack that a client's own tests begin with: a real one of the cast, made anew and compared at every run.

ALONGSIDE_WRITE_VECTORS=1 ./test alongside/field/tests/test_pack_vector.py
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from alongside.field.packing import queries
from alongside.field.tests.packs import ZONE, whole_day
from alongside.field.tests.steady import server_key, steady
from alongside.foundation.moments import today

VECTORS = Path(__file__).parents[3] / "tests" / "vectors"


def test_the_pack_of_the_vectors_is_what_the_server_makes(cast):
    whole_day(cast)
    pack = steady(
        queries.pack(by=cast.rosa, on=cast.rosa.staff_id), today=today(ZONE), now=datetime.now(UTC)
    )  # fmt: skip
    made = {"pack.json": pack, "pack_key.json": server_key()}
    if os.environ.get("ALONGSIDE_WRITE_VECTORS"):
        for name, content in made.items():
            (VECTORS / name).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    kept = {name: json.loads((VECTORS / name).read_text(encoding="utf-8")) for name in made}
    assert made == kept
