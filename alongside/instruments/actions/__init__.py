"""Every write about answers, one function a verb."""

from alongside.instruments.actions.after import look_after, void
from alongside.instruments.actions.answering import begin, choose, correct, save
from alongside.instruments.actions.asking import ask, ask_set, stop
from alongside.instruments.actions.signing import sign
from alongside.instruments.actions.taking_in import take_in
from alongside.instruments.actions.wording import agree_path, word_path

__all__ = [
    "agree_path", "ask", "ask_set", "begin", "choose", "correct", "look_after", "save", "sign", "stop", "take_in",
    "void", "word_path",
]  # fmt: skip
