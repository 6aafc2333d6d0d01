"""Somebody of a world at the door: requests in process, through every layer that a browser's would pass."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from alongside.accounts.models import Account
from bench.place import Place
from bench.table import Result
from bench.timing import in_turns, statements
from bench.world import World


class Visitor:
    """A signed-in browser of `who` ("tss", "supervisor", "quality") in a world."""

    def __init__(self, place: Place, world: World, who: str) -> None:
        self.place, self.world = place, world
        with place.at(world.database):
            self.browser = Client()
            self.browser.force_login(Account.objects.get(pk=world.ids[f"{who}_account"]))
            session = self.browser.session
            session["seat"] = {"agency": str(world.agency), "staff": str(world.ids[who])}
            session.save()

    def get(self, path: str) -> bytes:
        """The page's bytes. Raises where it is not answered with 200: a refusal is quickly measured."""
        with self.place.at(self.world.database):
            response: Any = self.browser.get(path)
        if response.status_code != 200:
            raise RuntimeError(f"{path}: {response.status_code}")
        return bytes(response.content)

    def count(self, path: str) -> int:
        """The statements behind a page."""
        with self.place.at(self.world.database), statements() as sent:
            self.browser.get(path)
        return len(sent)


def compared(what: str, one: tuple[Visitor, str], other: tuple[Visitor, str], *, limit: float, times: int) -> Result:
    """The first page's median time against the second's, with statements and sizes."""
    acts: list[Callable[[], object]] = [lambda v=visitor, p=path: v.get(p) for visitor, path in (one, other)]
    value, baseline = in_turns(*acts, times=times)
    sent, sizes = ([f(*args) for args in (one, other)] for f in (Visitor.count, lambda v, p: len(v.get(p)) / 1024))
    remark = f"statements {sent[0]} / {sent[1]}, page {sizes[0]:.0f} / {sizes[1]:.0f} kB"
    return Result(what, value, baseline=baseline, limit=limit, remark=remark)
