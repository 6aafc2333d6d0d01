"""Who is told that an answer speaks of suicide: within the act, and again from its settled entry, where that failed.

A letter names nobody.
"""

from uuid import UUID

from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.instruments.models import Alarm, AlarmAnswer
from alongside.people.lookups import supervisors_of_client
from alongside.workforce.lookups import all_who_may, supervisors_of

CODE = "instruments.letter.alarm"


def tell_of_alarm(entry: Entry) -> None:
    """From the settled entry of a signature."""
    assert entry.subject_id is not None
    tell(entry.subject_id)


def no_more_alarm(entry: Entry) -> None:
    """From the settled entry of what was done."""
    tell_no_more(Alarm.objects.get(pk=str(entry.subject_id)))


def tell(answering_id: UUID) -> None:
    """Who supervises whoever asked and who answers for the client; where it is grave, or nobody does, everybody who
    may look after it."""
    alarms = list(Alarm.objects.filter(answering=answering_id))
    for alarm in alarms:
        near = {*supervisors_of(alarm.staff_id), *supervisors_of_client(alarm.client_id)}
        told = near | set(all_who_may("instruments.look_after") if alarm.grave or not near else ())
        for staff in sorted(told):
            outbox.post(to=staff, code=CODE, path=f"/answers/{alarm.answering_id}/", cause=alarm.pk)


def tell_no_more(alarm: Alarm) -> None:
    """Somebody said what was done: nobody need read of it, where nothing else of these answers waits."""
    waiting = Alarm.objects.filter(answering=alarm.answering_id)
    if not waiting.exclude(pk__in=AlarmAnswer.objects.values("alarm_id")).exists():
        outbox.withdraw(code=CODE, path=f"/answers/{alarm.answering_id}/")
