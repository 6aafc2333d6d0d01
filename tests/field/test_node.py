"""The device's tests of `tests/field/*.test.mjs`, run by Node as it ships: their output is shown when they fail."""

import subprocess
from pathlib import Path

import pytest

from tests.field.node import OLDEST, major, node, packaged

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_device_passes(file):
    run = subprocess.run(
        [node(), "--test", "--test-reporter=spec", str(file)], capture_output=True, text=True, timeout=600
    )
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-5_000:]
    assert "ℹ tests 0" not in run.stdout, f"{file.name} tests nothing"


def test_every_test_of_the_device_is_run():
    assert {"core.test.mjs", "outbox.test.mjs", "sealing.test.mjs"} <= {file.name for file in FILES}


def test_a_machine_without_node_has_one_among_the_packages():
    assert major(packaged()) >= OLDEST
