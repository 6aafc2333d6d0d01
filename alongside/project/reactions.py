"""What follows from what. Every consequence that reaches up a floor is a line in this table."""

from collections.abc import Mapping, Sequence

from alongside.behaviour.settling import settle_ended
from alongside.field.ending import end_with_work
from alongside.foundation.feeds.following import Follower, Reaction
from alongside.incidents.telling import tell_of_crisis
from alongside.instruments.telling import no_more_alarm, tell_of_alarm
from alongside.intake.telling import tell_addressed
from alongside.intake.telling import tell_no_more as tell_seen
from alongside.notes.arriving import tell_decided, tell_late
from alongside.notes.telling import tell_author, tell_cosigner, tell_no_more, tell_supervisors
from alongside.outcomes.standings import follow
from alongside.people.telling import tell_of_glass
from alongside.plans.letters import no_more_of_plan, no_more_reviewing, no_more_signing, tell_of_signing
from alongside.safety.opening import watch_by_place
from alongside.safety.telling import no_more_duress, tell_of_duress

REACTIONS: Mapping[str, Sequence[Reaction]] = {
    "people.break_glass": [tell_of_glass],
    "intake.sign": [tell_addressed],
    "intake.acknowledge": [tell_seen],
    "sessions.start": [watch_by_place],
    "sessions.end": [settle_ended, follow],
    "safety.duress": [tell_of_duress],
    "safety.answer": [no_more_duress],
    "instruments.sign": [tell_of_alarm],
    "instruments.look_after": [no_more_alarm],
    "incidents.begin": [tell_of_crisis],
    "incidents.begin_unknown": [tell_of_crisis],
    "incidents.about": [tell_of_crisis],
    "workforce.end_staff": [end_with_work],
    "workforce.end_seat": [end_with_work],
    "notes.sign": [tell_cosigner],
    "notes.add": [tell_cosigner, tell_decided],
    "notes.leave": [tell_decided],
    "behaviour.record": [tell_late],
    "behaviour.correct": [tell_late, follow],
    "behaviour.retract": [tell_late, follow],
    "behaviour.notice": [tell_late],
    "behaviour.give_token": [tell_late],
    "behaviour.exchange": [tell_late],
    "behaviour.use_strategy": [tell_late],
    "behaviour.deviate": [tell_late],
    "living.help": [tell_late],
    "notes.cosign": [tell_no_more],
    "notes.give_back": [tell_author],
    "notes.put_aside": [tell_supervisors],
    "plans.withdraw_phase": [follow],
    "plans.correct_phase": [follow],
    "plans.begin_phase": [follow],
    "plans.end": [no_more_of_plan, follow],
    "plans.take_over": [follow],
    "plans.publish": [no_more_of_plan, tell_of_signing, follow],
    "plans.sign": [no_more_signing],
    "plans.note_signature": [no_more_signing],
    "plans.hold_review": [no_more_reviewing],
    "behaviour.take_over": [follow],
    "fidelity.check": [follow],
    "fidelity.correct": [follow],
}

FOLLOWER = Follower("reactions", REACTIONS)
