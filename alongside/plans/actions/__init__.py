"""Every write to plans."""

from alongside.plans.actions.approvals import note_approval, withdraw_approval
from alongside.plans.actions.menu import note_preference, offer, take_off
from alongside.plans.actions.own_templates import (
    agree_template,
    derive_template,
    retire_template,
    word_template,
)  # fmt: skip
from alongside.plans.actions.phases import (
    begin_phase,
    correct_phase,
    mark_school,
    note_change,
    withdraw_change,
    withdraw_phase,
)
from alongside.plans.actions.readings import acknowledge
from alongside.plans.actions.signing import hold_review, note_signature, sign
from alongside.plans.actions.skeleton import skeleton
from alongside.plans.actions.training import train
from alongside.plans.actions.versions import begin, draft, end, publish, take_over
from alongside.plans.actions.writing import remove, write

__all__ = [
    "acknowledge", "agree_template", "begin", "begin_phase", "correct_phase", "derive_template", "draft", "end",
    "hold_review", "mark_school", "note_approval", "note_change", "note_preference", "note_signature", "offer",
    "publish", "remove", "retire_template", "sign", "skeleton", "take_off", "take_over", "train", "withdraw_approval",
    "withdraw_change", "withdraw_phase", "word_template", "write",
]  # fmt: skip
