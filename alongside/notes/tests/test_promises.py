"""What PostgreSQL keeps for documents, tried as the application and as the owner at psql."""

import threading

import psycopg
import pytest
from django.db import IntegrityError, InternalError, ProgrammingError, connection, transaction

from alongside.documents.models import Return, Signature, Version
from alongside.documents.verifying import verify
from alongside.foundation.errors import Unacceptable
from alongside.foundation.tenancy import inside
from alongside.notes import actions as notes
from alongside.notes.models import Note
from alongside.notes.tests import scenes

REFUSALS = (IntegrityError, InternalError, ProgrammingError)
PERMANENT = (
    "documents_version",
    "documents_signature",
    "documents_return",
    "documents_aside",
    "notes_likeness",
    "notes_putaside",
)


def refused(sql, *values):
    with pytest.raises(REFUSALS), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize("table", PERMANENT)
def test_the_application_can_neither_change_nor_remove_what_is_signed(cast, table):
    scenes.signed(cast)
    refused(f"update {table} set at = now()")
    refused(f"delete from {table}")
    refused(f"truncate {table}")


def test_the_owner_at_psql_cannot_change_what_is_signed(committed, world):
    with inside(world.agency):
        scenes.signed(world)
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        owner.execute("select set_config('alongside.agency', %s, false)", [str(world.agency)])
        for table in ("documents_version", "documents_signature"):
            [count] = owner.execute(f"select count(*) from {table}").fetchone()
            assert count == 1
            for sql in (f"update {table} set digest = 'x'", f"delete from {table}", f"truncate {table} cascade"):
                with pytest.raises(psycopg.Error, match="permanent"):
                    owner.execute(sql)


def version(note):
    return Version.objects.filter(document=note.document_id).latest("number")


def put(**values):
    with transaction.atomic():
        return Signature.objects.create(
            **{"name": "X", "capacity": "x", "confirmed_at": "2026-11-21T00:00Z", "meaning": "co-signed", **values}
        )


def test_a_signature_carries_the_digest_of_its_version(cast):
    it = version(scenes.signed(cast))
    with pytest.raises(IntegrityError, match="digest"):
        put(version=it, staff_id=cast.staff["imani"], digest="0" * 64)


def test_one_signature_a_person_and_one_a_meaning(cast):
    it = version(scenes.signed(cast))
    put(version=it, staff_id=cast.staff["imani"], digest=it.digest)
    for who in ("imani", "hana"):
        with pytest.raises(IntegrityError, match="_once"):
            put(version=it, staff_id=cast.staff[who], digest=it.digest)


def test_the_author_cannot_cosign_and_nobody_else_can_author(cast):
    it = version(scenes.signed(cast))
    with pytest.raises(IntegrityError, match="author"):
        put(version=it, staff_id=cast.staff["rosa"], digest=it.digest)
    with pytest.raises(IntegrityError, match="author"):
        put(version=it, staff_id=cast.staff["imani"], digest=it.digest, meaning="authored")


def test_a_cosignature_is_on_the_newest_version_only(cast):
    note = scenes.signed(cast)
    old = version(note)
    notes.add(by=scenes.confirmed(cast.rosa), on=note.pk, text="More.", reason="Forgot it in the note.")
    with pytest.raises(IntegrityError, match="newer version"):
        put(version=old, staff_id=cast.staff["imani"], digest=old.digest)


def test_a_returned_version_takes_no_signature_and_a_cosigned_one_no_return(cast):
    note = scenes.signed(cast)
    it = version(note)
    with transaction.atomic():
        Return.objects.create(version=it, staff_id=cast.staff["imani"], reason="x")
    with pytest.raises(IntegrityError, match="co-signature"):
        put(version=it, staff_id=cast.staff["hana"], digest=it.digest)
    other = version(scenes.signed(cast, hours_ago=6, own=DIFFERENT))
    put(version=other, staff_id=cast.staff["imani"], digest=other.digest)
    with pytest.raises(IntegrityError, match="not yet co-signed"), transaction.atomic():
        Return.objects.create(version=other, staff_id=cast.staff["hana"], reason="x")


DIFFERENT = {"plan": "We begin with music next week.", "safety": "A fire drill; everybody was counted outside."}


def test_versions_follow_one_another(cast):
    it = version(scenes.signed(cast))
    same = {"document_id": it.document_id, "body": it.body, "digest": it.digest, "made_by_id": it.made_by_id}
    for number, kind in ((3, "addendum"), (1, "first"), (2, "first"), (2, "corrected")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.create(number=number, kind=kind, **same)


def as_superuser(committed):
    """A hand that can do anything: what verification is for."""
    connected = psycopg.connect(committed.url("postgres"), autocommit=True)
    connected.execute("set session_replication_role = replica")
    return connected


TAMPERING = [
    "update documents_version set body = jsonb_set(body, '{present}', '\"nobody\"')",
    "update documents_version set body = jsonb_set(body, '{sentences,0,evidence,0,ids,0}', '\"o2\"')",
    "update documents_version set body = jsonb_set(body, '{head,minutes}', '61')",
    "update documents_version set body = body - 'left_out'",
    "update documents_version set number = 2",
    "update documents_version set kind = 'corrected'",
    "update documents_version set digest = repeat('0', 64)",
    "update documents_signature set digest = repeat('0', 64)",
    "update documents_document set form_edition = '2'",
    "delete from documents_signature",
]


@pytest.mark.parametrize("sql", TAMPERING, ids=range(len(TAMPERING)))
def test_verification_finds_every_change(committed, world, sql):
    with inside(world.agency):
        note = scenes.signed(world)
        assert verify(note.document_id).whole
    with as_superuser(committed) as hand:
        assert hand.execute(sql).rowcount > 0
    with inside(world.agency):
        assert not verify(note.document_id).whole


def test_a_transplanted_signature_is_found(committed, world):
    with inside(world.agency):
        one, other = scenes.signed(world), scenes.signed(world, hours_ago=6, own=DIFFERENT)
        to, moved = version(other), Signature.objects.get(version=version(one))
    with as_superuser(committed) as hand:
        hand.execute("delete from documents_signature where version_id = %s", [to.pk])
        hand.execute("update documents_signature set version_id = %s where id = %s", [to.pk, moved.pk])
    with inside(world.agency):
        assert not verify(other.document_id).whole and not verify(one.document_id).whole


def test_the_same_words_in_another_note_have_another_digest(committed, world):
    with inside(world.agency):
        one, other = scenes.signed(world), scenes.signed(world, hours_ago=6, own=DIFFERENT)
    with as_superuser(committed) as hand:
        hand.execute(
            "update documents_version v set body = w.body, digest = w.digest from documents_version w"
            " where v.document_id = %s and w.document_id = %s", [other.document_id, one.document_id],
        )  # fmt: skip
        hand.execute(
            "update documents_signature s set digest = v.digest from documents_version v where v.id = s.version_id"
        )
    with inside(world.agency):
        assert verify(one.document_id).whole and not verify(other.document_id).whole


def test_two_who_sign_at_once_make_one_version(world):
    """Two windows of the same author, two connections: one signs, the other is told."""
    with inside(world.agency):
        note = scenes.written(world)
        by = scenes.confirmed(world.rosa)
    together(world, 2, lambda n: notes.sign(by=by, on=note.pk, saved=2))
    with inside(world.agency):
        assert (Version.objects.count(), Signature.objects.count()) == (1, 1)
        assert verify(note.document_id).whole


def test_signing_and_saving_at_once_lose_nothing(world):
    with inside(world.agency):
        note = scenes.written(world)
        rosa = scenes.confirmed(world.rosa)
    done = together(
        world, 2,
        lambda n: notes.sign(by=rosa, on=note.pk, saved=2) if n else
        notes.save(by=rosa, on=note.pk, based_on=2, texts={}, added={"plan": "More."}, present="", format="BIRP"),
    )  # fmt: skip
    with inside(world.agency):
        texts = [s["text"] for v in Version.objects.all() for s in v.body["sentences"]]
        assert done[0] == "done" or "More." not in texts
        assert "done" in done


def test_cosigning_and_adding_at_once_never_cosign_what_was_not_seen(world):
    with inside(world.agency):
        note = scenes.signed(world)
        seen, imani, rosa = scenes.digest(note), scenes.confirmed(world.imani), scenes.confirmed(world.rosa)
    together(
        world, 2,
        lambda n: notes.cosign(by=imani, on=note.pk, digest=seen) if n else
        notes.add(by=rosa, on=note.pk, text="More.", reason="Forgot it in the note."),
    )  # fmt: skip
    with inside(world.agency):
        for signature in Signature.objects.filter(meaning="co-signed"):
            assert signature.digest == seen
        assert Note.objects.get(pk=note.pk).state == "signed"
        assert verify(note.document_id).whole


def together(world, count, act) -> list[str]:
    """Carry out `act` in as many threads, each with a connection of its own, begun at once."""
    ready, answers = threading.Barrier(count), ["" for _ in range(count)]

    def run(n):
        try:
            ready.wait(timeout=30)
            with inside(world.agency):
                act(n)
            answers[n] = "done"
        except (Unacceptable, *REFUSALS) as no:
            answers[n] = type(no).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert all(answers), answers
    return answers
