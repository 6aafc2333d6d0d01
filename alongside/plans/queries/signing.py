"""Who signed a version and who still has to; how it was looked over, and when it is next."""

from alongside.foundation import files
from alongside.foundation.doing import query
from alongside.foundation.errors import NotHere
from alongside.foundation.policy import Actor
from alongside.plans.looked_over import ReviewsShown, SignaturesShown, reviewed, signed_by
from alongside.plans.models import PlanSignature, PlanVersion


@query("plans.see_signatures", on="plans.PlanVersion", fetch=("plan", "made_by__party"))
def signatures(*, by: Actor, on: PlanVersion) -> SignaturesShown:
    """Who has signed a version and who still has to. Ten statements at most."""
    return signed_by(by, on)


@query("plans.see_scan", on="plans.PlanSignature", fetch=("file",))
def scan(*, by: Actor, on: PlanSignature) -> tuple[str, str, bytes]:
    """Name, media type and content of the scanned paper. Raises NotHere where there is none."""
    if on.file is None:
        raise NotHere("plans.PlanSignature")
    return (on.file.name, *files.read(on.file))


@query("plans.see_reviews", on="plans.PlanVersion", fetch=("plan", "made_by__party"))
def reviews(*, by: Actor, on: PlanVersion) -> ReviewsShown:
    """How a version was looked over. Sixteen statements at most."""
    return reviewed(by, on)
