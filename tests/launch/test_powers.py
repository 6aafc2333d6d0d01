"""Alongside refuses to serve under a role that could step over the walls; each way is shown."""

import psycopg
import pytest

from alongside.project import roles
from alongside.project.powers import refuse_if_powerful
from alongside.project.prepare import prepare_server
from alongside.project.troubles import Trouble

GRANTS = [
    ("alter role alongside_app superuser", "is a superuser"),
    ("alter role alongside_app bypassrls", "may go past row-level security"),
    ("alter table notes owner to alongside_app", r"owns tables \(notes\)"),
    ("grant alongside_owner to alongside_app", r"owns tables \(notes\)"),
    ("grant alongside_backup to alongside_app", "may become alongside_backup"),
]


@pytest.fixture
def made(unprepared):
    made = prepare_server(unprepared.url())
    with psycopg.connect(made[roles.OWNER], autocommit=True) as owner:
        owner.execute("create table notes (id int)")
    return made


def test_the_applications_role_as_prepared_may_serve(made):
    with psycopg.connect(made[roles.APP]) as connection:
        refuse_if_powerful(connection)


@pytest.mark.parametrize(("grant", "reason"), GRANTS, ids=[grant for grant, _ in GRANTS])
def test_too_much_power_is_refused(made, unprepared, grant, reason):
    with psycopg.connect(unprepared.url(database="alongside"), autocommit=True) as administrator:
        administrator.execute(grant)
    with psycopg.connect(made[roles.APP]) as connection, pytest.raises(Trouble, match=reason):
        refuse_if_powerful(connection)


@pytest.mark.parametrize("role", [roles.OWNER, roles.BACKUP])
def test_another_role_is_refused(made, role):
    with psycopg.connect(made[role]) as connection, pytest.raises(Trouble, match=f"the database role {role}"):
        refuse_if_powerful(connection)


def test_a_role_put_on_by_an_administrator_is_refused(made, unprepared):
    with psycopg.connect(unprepared.url(database="alongside")) as connection:
        connection.execute("set role alongside_app")
        with pytest.raises(Trouble, match="was put on by postgres"):
            refuse_if_powerful(connection)
