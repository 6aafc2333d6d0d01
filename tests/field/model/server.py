"""The real server behind a line that can be cut: copies of it, and a death after any statement."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test import Client as Browser

from alongside.field.receiving import standing
from alongside.field.receiving.epoch import EPOCH
from tests.field.model.copies import Copies, Copy
from tests.field.model.tablet import Answer, Sent, Tablet

READ = standing.READ
assert EPOCH in READ


class Killed(BaseException):
    """The process ended here."""


class Server:
    """Restored from a copy it has an epoch of its own. In life that is the cluster's; here it is a number."""

    def __init__(self, copies: Copies) -> None:
        self.copies, self.base = copies, copies.taken()
        self.dump: Copy | None = None
        self.lives = 0

    @property
    def epoch(self) -> str:
        return f"life {self.lives}"

    def begin(self) -> None:
        """Everything as it was at first."""
        self.dump = None
        self._live_again(self.base)

    def end(self) -> None:
        standing.READ = READ

    def back_up(self) -> None:
        """Keep a copy of everything as it is."""
        self.dump = self.copies.taken()

    def restore(self) -> None:
        """Everything since the copy is gone."""
        assert self.dump is not None
        self._live_again(self.dump)

    def take(self, tablet: Tablet, sent: Sent, browser: Browser | None = None) -> Answer | None:
        """The server's answer; None where it died over it."""
        try:
            answer = (browser or Browser()).post(
                "/field/operations/", sent.body, content_type="application/json",
                HTTP_AUTHORIZATION=tablet.authorization,
            )  # fmt: skip
        except Killed:
            return None
        return Answer(answer.status_code, answer.headers.get("Content-Type", ""), answer.content.decode())

    def at_once(self, tablet: Tablet, several: list[Sent]) -> list[Answer | None]:
        """Several requests at the same moment, each over a connection of its own."""

        def one(sent: Sent) -> Answer | None:
            try:
                return self.take(tablet, sent)
            finally:
                connection.close()

        with ThreadPoolExecutor(len(several)) as crowd:
            return list(crowd.map(one, several))

    def _live_again(self, copy: Copy) -> None:
        self.copies.put_back(copy)
        self.lives += 1
        standing.READ = READ.replace(EPOCH, f"'{self.epoch}'")


@contextmanager
def dies_after(statements: int) -> Iterator[list[str]]:
    """The server dies when it has sent so many statements; what it holds says over which."""
    died: list[str] = []
    left = statements

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0 and not died:
            died.append(sql[:40])
            raise Killed
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield died
