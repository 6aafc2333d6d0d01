"""House rules that the source shows. Each guard is shown to bite by a deliberately broken piece."""

from pathlib import Path

import pytest

from tests.guards import source

# file -> why it may. An entry that is no longer needed fails.
MAY_WRITE = {
    "alongside/parties/tokens.py": "derived rows, written again from the names after each act and by a rebuild",
    "alongside/accounts/demo.py": "who is offered at sign-in in a demo; outside every agency",
    "alongside/accounts/factors.py": "one's own account, outside every agency: nobody else is asked",
    "alongside/accounts/happenings.py": "the account's own ledger, outside every agency",
    "alongside/accounts/invitations.py": "called by actions, which are asked; and by who holds the link",
    "alongside/accounts/models.py": "Django's sign-in makes accounts through the manager",
    "alongside/accounts/sessions.py": "one's own browsers; and off-boarding, an action, which is asked",
    "alongside/accounts/store.py": "Django's sessions",
    "alongside/accounts/views/entering.py": "a form of django-allauth keeps when a factor was used",
    "alongside/accounts/views/own.py": "one's own password",
    "alongside/documents/shelving.py": "puts editions on the shelf for actions, which are asked",
    "alongside/documents/engine.py": "an engine: called by actions of the apps above, which are asked",
    "alongside/behaviour/settling.py": "called by an action, which is asked, and by the reaction to a session's end",
    "alongside/safety/opening.py": "called by the reaction to a session's beginning",
    "alongside/safety/overdue.py": "the worker's own look for who is overdue; keeps who was told",
    "alongside/instruments/keeping.py": "called by actions, which are asked",
    "alongside/notes/incoming.py": "called by actions, which are asked",
    "alongside/outcomes/standings.py": "derived rows, written again by reactions and by a rebuild",
    "alongside/notes/fingerprints.py": "derived rows, written again from signed versions by a rebuild",
    "alongside/field/ending.py": "called by an action, which is asked, and by the reaction to the end of work",
    "alongside/field/keys.py": "the agency's own keys, made by themselves when they are first asked for",
    "alongside/foundation/editions.py": "loads shipped knowledge, as the owner",
    "alongside/foundation/feeds/following.py": "keeps its own position, and what it parked",
    "alongside/foundation/feeds/sequencing.py": "keeps positions and epochs",
    "alongside/foundation/files.py": "called by actions, which are asked",
    "alongside/foundation/outbox.py": "called by reactions; keeps what became of each letter",
    "alongside/foundation/sealing.py": "writes seals",
}
GUARDS = [source.agency_filters, source.signals_and_overrides, source.raw_get_into_orm]


def test_only_actions_write():
    found = {
        str(path.relative_to(source.ROOT)): faults
        for path in source.files()
        if (faults := source.writes_outside_actions(path, path.read_text()))
    }
    assert {p: f for p, f in found.items() if p not in MAY_WRITE} == {}
    assert set(MAY_WRITE) <= set(found), "an exemption went stale"


@pytest.mark.parametrize("guard", GUARDS, ids=lambda g: g.__name__)
def test_nobody_breaks_it(guard):
    assert [fault for path in source.files() for fault in guard(path, path.read_text())] == []


@pytest.mark.parametrize(
    ("guard", "broken"),
    [
        (source.writes_outside_actions, "Client.objects.create(name='x')"),
        (source.writes_outside_actions, "row.save()"),
        (source.agency_filters, "Client.objects.filter(agency_id=1)"),
        (source.signals_and_overrides, "from django.db.models.signals import post_save"),
        (source.raw_get_into_orm, "Client.objects.filter(**request.GET.dict())"),
    ],
)
def test_it_bites(guard, broken):
    assert guard(Path("alongside/people/views.py"), broken)
