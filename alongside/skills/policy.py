"""Who may see skill programs, write them, decide about moves, and record what was used."""

from alongside.foundation.policy import ruled
from alongside.people.lookups import to_its_client
from alongside.sessions.policy import to_its_session

ruled(
    "skills.see", "skills.open", "skills.replay", "skills.begin", "skills.write", "skills.decide", "skills.move",
    "skills.end",
    relations=to_its_client,
)  # fmt: skip
ruled("skills.probe", relations=to_its_session)
