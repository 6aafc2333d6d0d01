"""The checklist of the version that a session went by."""

from uuid import UUID

from alongside.fidelity import rules
from alongside.foundation import reference
from alongside.plans import lookups as plans
from alongside.sessions.models import Session


def version_of(session: Session) -> UUID | None:
    """The behavior plan that was in force when the session began, or None. One statement at most."""
    if session.plan_version_id:
        return session.plan_version_id
    found = plans.plan_in_force(session.client_id, at=session.began_at, kind="behaviour")
    return found.version_id if found else None


def steps_of(version_id: UUID) -> tuple[rules.Step, ...]:
    """The steps of a version. Three statements."""
    asked = reference.load("fidelity")["parts"]
    parts = plans.parts_of(version_id)
    return rules.checklist(
        [(str(one.id), one.moment, one.text) for one in plans.strategies_of(version_id)],
        [(key, parts[key]) for key in asked if key in parts],
        [(str(one.id), one.text) for one in plans.crisis_steps(version_id)],
    )
