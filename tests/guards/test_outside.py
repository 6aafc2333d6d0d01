"""Every address is inside an agency, or marked outside with its reason; nothing else is reachable."""

from collections.abc import Iterator

import pytest
from django.test import Client as Browser
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import URLResolver

# Modules whose views may stand outside. The door lets nobody of them into an agency.
OUTSIDE = {
    "alongside.accounts", "alongside.project.seating", "alongside.project.health", "alongside.field.receiving",
    "alongside.field.shell",
}  # fmt: skip


def addresses(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern), entry


ALL = dict(addresses())


def marked() -> dict[str, URLPattern]:
    return {address: entry for address, entry in ALL.items() if getattr(entry.callback, "outside", "")}


def test_who_stands_outside_says_why_and_may():
    for address, entry in marked().items():
        assert len(entry.callback.outside) > 15, address
        assert any(entry.callback.__module__.startswith(name) for name in OUTSIDE), address


def test_every_module_that_may_stand_outside_does():
    modules = [entry.callback.__module__ for entry in marked().values()]
    assert all(any(module.startswith(name) for module in modules) for name in OUTSIDE)


def test_no_view_of_another_package_is_reachable():
    assert [a for a, entry in ALL.items() if not entry.callback.__module__.startswith("alongside.")] == []


EXAMPLES = {"uuid": "00000000-0000-7000-8000-000000000000", "int": "1", "slug": "x", "str": "x", "path": "x"}


def example(address: str) -> str:
    """An address with something in each place."""
    parts = address.split("<")
    return (
        "/"
        + parts[0]
        + "".join(EXAMPLES[p.split(":")[0] if ":" in p.split(">")[0] else "str"] + p.split(">")[1] for p in parts[1:])
    )


@pytest.mark.parametrize("address", sorted(set(ALL) - set(marked())))
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_comes_in_without_signing_in(db, address, method):
    answer = getattr(Browser(), method)(example(address))
    assert answer.status_code == (302 if method == "get" else 401)
    if method == "get":
        assert answer["Location"].startswith("/account/login/?next=")
