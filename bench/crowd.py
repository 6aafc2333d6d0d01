"""Devices that hand in at the same moment: a process of its own with everything sealed beforehand, little work itself.

`python -m bench.crowd PORT` reads one line of JSON, `[[authorization, [[body, ...], ...]], ...]` (each device with the
rounds of its batches), then a line for each round; it answers each with `[seconds, [answer, ...]]`. Standard library only.
"""

import http.client
import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import IO, Any, cast

Line = tuple[str, list[list[str]]]


class Crowd:
    """The devices of `lines`, waiting for their rounds. `pid` is the process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process, self.pid = process, process.pid

    def hand_in(self) -> tuple[float, list[str]]:
        """Every device hands in its batches of the next round, one after the other: seconds until the last answer."""
        cast(IO[str], self._process.stdin).write("\n")
        cast(IO[str], self._process.stdin).flush()
        spent, answers = json.loads(cast(IO[str], self._process.stdout).readline())
        return spent, answers


@contextmanager
def crowd(port: int, lines: Sequence[Line]) -> Iterator[Crowd]:
    """The process, for as long as the block runs."""
    words = [sys.executable, "-m", "bench.crowd", str(port)]
    process = subprocess.Popen(
        words, cwd=Path(__file__).parent.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdin is not None
        process.stdin.write(json.dumps(lines) + "\n")
        process.stdin.flush()
        yield Crowd(process)
    finally:
        process.terminate()
        process.wait()


def main(port: int) -> None:
    devices = [_Device(port, *line) for line in json.loads(sys.stdin.readline())]
    for number, _ in enumerate(sys.stdin):
        answers: list[str] = []
        threads = [threading.Thread(target=one.hand_in, args=(number, answers)) for one in devices]
        began = perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(json.dumps([perf_counter() - began, answers]), flush=True)


class _Device:
    """One kept connection, as a browser keeps one."""

    def __init__(self, port: int, authorization: str, rounds: list[list[str]]) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._line.connect()
        self._headers = {"Authorization": authorization, "Content-Type": "application/json"}
        self._rounds = [[body.encode() for body in bodies] for bodies in rounds]

    def hand_in(self, number: int, answers: list[Any]) -> None:
        for body in self._rounds[number]:
            self._line.request("POST", "/field/operations/", body, self._headers)
            answers.append(self._line.getresponse().read().decode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
