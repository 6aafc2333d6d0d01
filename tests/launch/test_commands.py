"""The command line lists what is here, and a data folder is only deleted when it is ours and wanted."""

import io
import os
import socket
import stat

import pytest

from alongside.project import commands, data_folder, ports
from alongside.project.commands import Needs, Verb
from alongside.project.troubles import Trouble


def test_verbs_that_are_not_here_are_not_listed(monkeypatch, capsys):
    monkeypatch.setitem(commands.VERBS, "dream", Verb("alongside.nowhere.command:main", Needs.NOTHING, "dream"))
    with pytest.raises(SystemExit):
        commands.main(["--help"])
    listed = capsys.readouterr().out
    assert "serve" in listed and "check" in listed and "dream" not in listed
    with pytest.raises(SystemExit) as refused:
        commands.main(["dream"])
    assert refused.value.code == 2


def test_a_trouble_is_one_sentence(monkeypatch, capsys):
    def fail(words):
        raise Trouble("The sky fell: buy a new one.")

    monkeypatch.setattr(Verb, "load", lambda self: fail)
    assert commands.main(["check"]) == 1
    assert capsys.readouterr().err == "The sky fell: buy a new one.\n"


def test_a_new_folder_is_closed_and_has_a_secret(tmp_path):
    folder = tmp_path / "a" / "data"
    data_folder.claim(folder)
    secret = folder / "secret"
    assert len(secret.read_text()) > 50
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert not stat.S_IMODE(folder.stat().st_mode) & 0o066
    before = secret.read_text()
    data_folder.claim(folder)
    assert secret.read_text() == before


def test_a_folder_with_other_things_is_refused(tmp_path):
    (tmp_path / "thesis.odt").touch()
    with pytest.raises(Trouble, match="holds other things already"):
        data_folder.claim(tmp_path)
    with pytest.raises(Trouble, match="was not made by Alongside and is not deleted"):
        data_folder.delete(tmp_path, yes=True)
    assert (tmp_path / "thesis.odt").exists()


def test_a_place_where_nothing_can_be_made_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match="cannot hold the data"):
        data_folder.claim(tmp_path / "file" / "data")


def test_fresh_asks_first(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    data_folder.claim(folder)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(Trouble, match="add --yes when nobody is there"):
        data_folder.delete(folder, yes=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: "no")
    with pytest.raises(Trouble, match="Nothing was deleted"):
        data_folder.delete(folder, yes=False)
    assert folder.exists()
    monkeypatch.setattr("builtins.input", lambda question: "yes")
    data_folder.delete(folder, yes=False)
    assert not folder.exists()
    data_folder.delete(folder, yes=True)


def test_fresh_also_deletes_what_had_to_live_elsewhere(tmp_path):
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    data_folder.claim(folder)
    elsewhere.mkdir()
    (folder / "database").symlink_to(elsewhere)
    data_folder.delete(folder, yes=True)
    assert not elsewhere.exists()


def test_a_taken_port_is_said_and_the_usual_one_gives_way():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Trouble, match=f"Port {port} is taken by another program: choose another with --port"):
            ports.port_to_use("127.0.0.1", port)
    assert ports.port_to_use("127.0.0.1", port) == port
    assert ports.port_to_use("127.0.0.1", None) >= ports.USUAL


def test_a_held_port_is_taken_for_the_next_start_and_open_to_our_own_web_server():
    port = ports.port_to_use("127.0.0.1", None)
    with ports.held("127.0.0.1", port):
        assert ports.port_to_use("127.0.0.1", None) != port
        with socket.socket() as served:
            served.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            served.bind(("127.0.0.1", port))
            served.listen()
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                served.accept()[0].close()


def test_a_port_that_is_none_is_said():
    with pytest.raises(Trouble, match="Port 70000"):
        ports.port_to_use("127.0.0.1", 70000)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may listen anywhere")
def test_a_port_of_the_system_is_said():
    with pytest.raises(Trouble, match="choose one above 1023"):
        ports.port_to_use("127.0.0.1", 80)
