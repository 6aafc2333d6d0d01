"""What a template could try, were somebody's text ever read as one: it reaches nothing, and it ends."""

import subprocess
import threading

import pytest

from alongside.printing import NotPrinted
from alongside.printing.press import press

HEAD = '#set document(title: "t")\n'
PAPER = {"text": "hello"}


def test_a_template_prints_what_it_is_given():
    assert press(HEAD + "#json(bytes(sys.inputs.paper)).text", PAPER).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "reaching",
    [
        '#read("/etc/passwd")',
        '#read("../../../etc/hostname")',
        '#image("/etc/passwd")',
        '#include "linked.typ"',
        '#read("linked.typ")',
        '#import "@preview/cetz:0.3.0": *',
        '#import "@local/anything:0.1.0": *',
        '#plugin("a.wasm")',
        '#panic("stop")',
        "#nothing-of-that-name",
        "#",
    ],
)
def test_nothing_can_be_opened(reaching, tmp_path, monkeypatch):
    link = tmp_path / "linked.typ"
    link.symlink_to("/etc/passwd")
    monkeypatch.setattr("alongside.printing.press.tempfile.TemporaryDirectory", lambda: _Here(tmp_path))
    with pytest.raises(NotPrinted) as fault:
        press(HEAD + reaching, PAPER)
    assert fault.value.code == "unprintable"
    assert "root:" not in fault.value.remark


class _Here:
    """A folder that holds a link to the outside, in place of the empty one."""

    def __init__(self, folder):
        self.folder = str(folder)

    def __enter__(self):
        return self.folder

    def __exit__(self, *fault):
        return None


@pytest.mark.slow
@pytest.mark.parametrize(
    "heavy",
    [
        '#let s = "x" * 100\n#for _ in range(40) { s = s + s }\n#s',
        "#let a = (1,) * 1000\n#for _ in range(40) { a = a + a }\n#a.len()",
        "#for n in range(3000000) [ #n ]",
    ],
)
def test_what_wants_too_much_memory_ends_with_a_reason(heavy):
    with pytest.raises(NotPrinted) as fault:
        press(HEAD + heavy, PAPER)
    assert fault.value.code in ("too_much", "too_long", "unprintable")


@pytest.mark.slow
def test_what_never_ends_is_ended(monkeypatch):
    monkeypatch.setattr("alongside.printing.press.SECONDS", 3)
    with pytest.raises(NotPrinted) as fault:
        press(HEAD + "#let n = 0\n#while true { n = calc.rem(n + 1, 1000) }", PAPER)
    assert fault.value.code in ("too_long", "unprintable")  # Typst itself gives up a loop that only counts


def test_a_remark_for_the_log_quotes_nothing_of_the_paper():
    with pytest.raises(NotPrinted) as fault:
        press(HEAD + "#panic(json(bytes(sys.inputs.paper)).text)", {"text": "Theo Bell"})
    assert "Theo" not in fault.value.remark


def test_the_process_gets_nothing_of_the_surroundings(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_SECRET", "very-secret")
    seen = {}
    real = subprocess.Popen

    def watched(*args, **more):
        seen.update(more["env"])
        return real(*args, **more)

    monkeypatch.setattr("alongside.printing.press.subprocess.Popen", watched)
    press(HEAD + "x", PAPER)
    assert set(seen) == {"PYTHONPATH", "RAYON_NUM_THREADS", "PATH", "HOME"}


def test_more_than_a_few_at_once_are_told_so(monkeypatch):
    monkeypatch.setattr("alongside.printing.press.WAIT", 0.01)
    presses = threading.BoundedSemaphore(1)
    monkeypatch.setattr("alongside.printing.press._presses", presses)

    presses.acquire()
    with pytest.raises(NotPrinted) as fault:
        press(HEAD + "x", PAPER)
    assert fault.value.code == "busy"
