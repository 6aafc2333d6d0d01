"""Words that every paper of a plan shares."""

from alongside.foundation.messages import say
from alongside.people import papers
from alongside.people.banner import Banner
from alongside.plans.queries.shapes import VersionShown
from alongside.plans.rules import templates


def filled(text: str) -> str:
    """A text in which every place still to be filled says so."""
    return "".join(
        words + (say("plans.gap.to_fill", gap=say(f"plans.gap.{gap}")) if gap else "")
        for words, gap in templates.split(text)
    )


def foot(version: VersionShown, banner: Banner) -> str:
    """Whose it is and which version, on every page."""
    return papers.foot(banner, say("plans.version.number", number=version.row.number))
