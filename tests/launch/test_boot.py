"""A fresh clone: what is missing is said in one sentence, what is there is not installed again."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from boot import browser, checking, install, machine, webkit
from boot.syncing import count
from boot.trouble import Trouble

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-test.lock", "requirements-build.lock"]


def pins(lock):
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(), re.M))


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_host_and_every_hash(lock):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    packages = re.split(r"\n(?=\S)", text)[1:]
    assert packages
    assert all("--hash=sha256:" in package for package in packages)


def test_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime, test = pins(LOCKS[0]), pins(LOCKS[1])

    def names(requirements):
        return {re.match(r"[\w.-]+", each)[0].lower() for each in requirements}

    assert names(project["project"]["dependencies"]) <= set(runtime)
    assert names(project["dependency-groups"]["test"]) <= set(test)
    assert runtime.items() <= test.items()
    assert count(ROOT / LOCKS[0]) <= len(runtime)


@pytest.mark.parametrize(
    ("system", "processor", "libc", "sentence"),
    [
        ("Darwin", "arm64", "", "runs on Debian or Ubuntu .* and this is Darwin"),
        ("Windows", "AMD64", "", "and this is Windows"),
        ("Linux", "riscv64", "glibc", "and this processor is riscv64"),
        ("Linux", "x86_64", "", "has another C library"),
    ],
)
def test_another_machine_is_told(monkeypatch, system, processor, libc, sentence):
    monkeypatch.setattr(machine.platform, "system", lambda: system)
    monkeypatch.setattr(machine.platform, "machine", lambda: processor)
    monkeypatch.setattr(machine.platform, "libc_ver", lambda *words: (libc, "2.36"))
    with pytest.raises(Trouble, match=sentence):
        machine.processor()


@pytest.mark.parametrize("name", ["x86_64", "aarch64"])
def test_this_kind_of_machine_will_do(monkeypatch, name):
    monkeypatch.setattr(machine.platform, "system", lambda: "Linux")
    monkeypatch.setattr(machine.platform, "machine", lambda: name)
    monkeypatch.setattr(machine.platform, "libc_ver", lambda *words: ("glibc", "2.36"))
    assert machine.processor() == name


def test_no_new_python_is_said_in_one_sentence(tmp_path):
    """With a python3 on the path that is too old, and no other."""
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    script = tmp_path / "python.sh"
    script.write_text((ROOT / "boot" / "python.sh").read_text().replace("/usr/bin/python3", "/nonexistent/python3"))
    path = {"PATH": str(tmp_path)}
    cut_off = "dirname() { echo .; }\n"  # the only program of the system that the script needs
    script.write_text(cut_off + script.read_text())
    done = subprocess.run(["/bin/sh", script, "run"], env=path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Alongside needs Python 3.11 or newer: install it")
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A folder with lock files, in which installing only notes that it was asked."""
    for lock in LOCKS:
        (tmp_path / lock).write_text(f"{lock}==1\n")
    asked = []

    def note(root, venv, lock):
        asked.append(lock)
        (venv / "bin").mkdir(exist_ok=True)
        (venv / "bin" / "python").touch()
        (venv / "installed").write_text(install._stamp(root, lock))

    monkeypatch.setattr(install, "_install", note)
    return tmp_path, asked


def test_what_is_installed_is_not_installed_again(checkout):
    root, asked = checkout
    for _ in range(2):
        install.installed(root, install.RUNTIME)
    assert asked == [install.RUNTIME]
    install.installed(root, install.TEST)
    install.installed(root, install.RUNTIME)  # contained in what the tests need
    assert asked == [install.RUNTIME, install.TEST]


@pytest.mark.parametrize("changed", [install.RUNTIME, install.BUILD])
def test_a_changed_lock_is_installed(checkout, changed):
    root, asked = checkout
    install.installed(root, install.RUNTIME)
    (root / changed).write_text("more==2\n")
    install.installed(root, install.RUNTIME)
    assert asked == [install.RUNTIME] * 2


def test_another_python_is_installed_for(checkout, monkeypatch):
    root, asked = checkout
    install.installed(root, install.RUNTIME)
    monkeypatch.setattr(install.sys, "version_info", (3, 99, 0))
    install.installed(root, install.RUNTIME)
    assert asked == [install.RUNTIME] * 2


def test_prepare_only_installs():
    done = subprocess.run(
        [sys.executable, ROOT / "boot", "run", "--help"], capture_output=True, text=True, check=True, cwd="/"
    )
    for option in ("--port N", "--data DIR", "--fresh", "--no-demo", "--prepare"):
        assert option in done.stdout


def test_why_no_browser_can_be_installed(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_CHROMIUM", "/nonexistent/chromium")
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    path, reason = browser.chromium()
    assert path is None
    assert "only root may install it" in reason or "no apt-get" in reason


def test_checks_that_are_not_here_say_why(tmp_path):
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "alongside").mkdir()
    found = {name: (order, reason) for name, order, reason in checking.checks(tmp_path, Path("/bin"))}
    assert found["style"][0]
    for name in ("floors", "types"):
        assert found[name][0] == []
        assert found[name][1]


def test_the_three_commands_are_executable():
    for name in ("run", "test", ".ci/run"):
        assert os.access(ROOT / name, os.X_OK)


def test_a_machine_without_webkit_says_what_to_install(monkeypatch):
    monkeypatch.setattr(webkit.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    assert "only root may install it: apt-get install webkit2gtk-driver xvfb" in webkit.webkit()
