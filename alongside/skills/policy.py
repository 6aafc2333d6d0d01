"""Who may see skill programs, write them, decide about moves, and record what was used."""

from alongside.foundation.policy import ruled
from alongside.people.lookups import to_its_client
from alongside.sessions.policy import to_its_session

ruled(
    "skills.see", "skills.open", "skills.replay", "skills.begin", "skills.write", "skills.decide", "skills.move",
    "skills.end", "skills.see_techniques", "skills.choose", "skills.put_back", "skills.see_tokens",
    relations=to_its_client,
)  # fmt: skip
ruled("skills.in_visit", "skills.probe", "skills.use_technique", relations=to_its_session)
ruled("skills.library")
