"""`alongside import response FILE`: what would come in, what does not fit by name, and what came in."""

from alongside.instruments.models import Answering, Elsewhere
from alongside.instruments.tests.test_elsewhere import made
from alongside.interchange.command import main


def run(capsys, cast, path, *words):
    status = main(["response", str(path), "--client", cast.ida.identifier, *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def file(folder, body):
    path = folder / "clinic.json"
    path.write_bytes(body)
    return path


def hana(cast):
    return ["--agency", "Harbor Family Services", "--as", cast.hana.name]


def test_a_check_shows_what_it_comes_to_and_writes_nothing(cast, capsys, tmp_path):
    status, out, err = run(capsys, cast, file(tmp_path, made()), *hana(cast), "--check")
    assert (status, err) == (0, "") and not Answering.objects.exists()
    assert "written by Riverside Clinic, 2026-10-05T22:30:00-04:00" in out and "8, mild" in out
    status, out, _ = run(capsys, cast, file(tmp_path, made(authored="2031-01-01")), *hana(cast), "--check")
    assert status == 1 and "does not fit: This day has not come yet." in out
    status, _, err = run(capsys, cast, file(tmp_path, b"{"), *hana(cast), "--check")
    assert status == 2 and "no JSON" in err


def test_it_comes_in_once(cast, capsys, tmp_path):
    path = file(tmp_path, made())
    status, out, _ = run(capsys, cast, path, *hana(cast))
    assert status == 0 and "Nobody here signed it." in out
    assert bytes(Elsewhere.objects.get().body) == path.read_bytes()
    status, _, err = run(capsys, cast, path, *hana(cast))
    assert status == 1 and "here already" in err


def test_who_may_not_and_whom_nobody_knows(cast, capsys, tmp_path):
    path = file(tmp_path, made())
    assert run(capsys, cast, path, "--agency", "Harbor Family Services")[0] == 2, "an administrator reads no records"
    assert main(["response", str(path), "--client", "NOBODY", *hana(cast)]) == 2
    assert "has the number NOBODY" in capsys.readouterr().err and not Answering.objects.exists()
    assert main(["response", str(tmp_path / "none.json"), "--client", "X", *hana(cast)]) == 2
