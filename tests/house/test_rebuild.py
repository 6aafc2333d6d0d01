"""`alongside rebuild`: derived rows that were lost or spoiled come back as they were, in every agency."""

import pytest
from django.db import connection

from alongside.behaviour.lookups import series
from alongside.foundation.tenancy import inside
from alongside.interchange.command import main as bring
from alongside.interchange.single_case import naming
from alongside.measure.reading import read
from alongside.parties.models import Token
from alongside.plans.lookups import targets_of
from alongside.project.rebuild import REBUILDS, main
from tests.house.test_imported_chart import DATA

MCKISSICK = DATA / "series" / "McKissick.csv"


def test_tokens_come_back(cast, capsys):
    before = set(Token.objects.values_list("party_id", "kind", "token"))
    Token.objects.all().delete()
    assert main(["tokens"]) == 0
    assert set(Token.objects.values_list("party_id", "kind", "token")) == before
    assert "Harbor Family Services: " in capsys.readouterr().out


def test_tallies_come_back(cast, capsys):
    bring(["single-case", str(MCKISSICK), "--agency", "Harbor Family Services"])
    client = naming.client_id(cast.agency, read(MCKISSICK)[0])
    [target] = targets_of(client)
    before = series(client, target.id)
    with connection.cursor() as cursor:
        cursor.execute("delete from behaviour_tally")
    assert main(["tallies"]) == 0
    assert series(client, target.id) == before
    assert "Harbor Family Services: 35 sessions" in capsys.readouterr().out


def test_names_are_listed(db, capsys):
    assert main([]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == sorted(REBUILDS)


def test_another_name_is_refused(db, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["everything"])
    assert stop.value.code == 2
    assert "tallies" in capsys.readouterr().err


def test_the_other_agency_is_rebuilt_in_its_own_wall(cast):
    main(["tokens"])
    with inside(cast.elsewhere):
        assert {token.party_id for token in Token.objects.all()} == {cast.omar.party_id}
