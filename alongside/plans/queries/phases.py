"""Phases of a client's targets, and other changes."""

from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.models import Client
from alongside.plans import lookups
from alongside.plans.queries.shapes import PhasesShown


@query("plans.see_phases", on="people.Client")
def phases(*, by: Actor, on: Client) -> PhasesShown:
    """What is measured, each with its phases in time, and what else changed."""
    all_phases = lookups.phases_of(on.pk)
    targets = lookups.targets_of(on.pk, also_ended=True)
    may = {
        verb: isinstance(ask(by, f"plans.{verb}", on), Capacity)
        for verb in ("begin_phase", "correct_phase", "note_change", "withdraw_change", "mark_school")
    }
    return PhasesShown(
        client_id=on.pk,
        targets=tuple((target, tuple(p for p in all_phases if p.target_id == target.id)) for target in targets),
        changes=lookups.other_changes(on.pk),
        may_begin=may["begin_phase"], may_correct=may["correct_phase"], may_note=may["note_change"],
        may_withdraw=may["withdraw_change"], may_mark=may["mark_school"],
    )  # fmt: skip
