"""The vectors of the rules are what the server's own code makes of them today."""

import pytest

from alongside.foundation.catalogues import catalogue
from tests.vectors.making import HERE, ROOMS, written
from tests.vectors.making.knowledge import needed


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def test_the_files_are_as_the_server_makes_them(room):
    stale = [name for name, cases in room.made().items() if (HERE / name).read_text(encoding="utf-8") != written(cases)]
    assert stale == [], "write them anew: python -m tests.vectors"


def test_every_beginning_that_the_rules_say_has_sentences():
    assert len(needed()) > 10
    assert [begun for begun in needed() if not any(code.startswith(begun) for code in catalogue("en"))] == []
