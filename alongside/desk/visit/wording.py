"""One observation in words."""

from typing import Any

from alongside.behaviour.stream import Row
from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.times import minutes


def said(row: Row, settings: dict[str, Any]) -> str:
    """What an observation says, plainly, without its target's name."""
    details = row.details
    if row.measure == "abc":
        return _around(details)
    if "outcome" in details:
        return _outcome(details, settings)
    if "scored" in details:
        code = "scored" if details["scored"] else "unscored"
        return say(f"desk.said.{code}", number=details["interval"])
    if "seconds" in details:
        return minutes(float(details["seconds"]))
    if "count" in details:
        return say("desk.said.times", count=details["count"])
    for name in ("level", "score", "value"):
        if name in details:
            return say(f"desk.said.{name}", n=number(details[name]))
    return say("desk.said.once")


def _outcome(details: dict[str, Any], settings: dict[str, Any]) -> str:
    words = say("desk.outcome." + details["outcome"].replace(" ", "_"))
    if prompt := details.get("prompt"):
        words = say("desk.said.with_prompt", outcome=words, prompt=prompt)
    if "step" not in details:
        return words
    steps = settings.get("steps") or []
    name = steps[details["step"] - 1] if details["step"] <= len(steps) else ""
    return say("desk.said.step", number=details["step"], name=name, outcome=words)


def _around(details: dict[str, Any]) -> str:
    if not details["occurred"]:
        return say("desk.said.did_not_occur")
    if not {"antecedent", "consequence"} <= details.keys():  # told in words; one tap may stand beside them
        return str(details["narrative"])[:200]
    before, after = say("desk.antecedent." + details["antecedent"]), say("desk.consequence." + details["consequence"])
    return say("desk.said.around", before=before, after=after)
