"""What is missing before anything can be concluded, said plainly."""

from collections.abc import Mapping
from typing import Any

from alongside.assessments.rules.evidence import Evidence
from alongside.assessments.rules.observers import ASKED, Compared
from alongside.foundation.errors import Fault


def gaps(found: Evidence, known: Mapping[str, Any], twice: Compared | None = None) -> list[Fault]:
    """Everything that weakens what the records say, the gravest first. The last is always there: it shows no cause.

    `twice`: how two people's records of the same visits agree; without it nobody knows whether they would.
    """
    least, said = known["least"], []
    if found.n == 0:
        return [Fault("assessments.gap.nothing")]
    if found.occurrences < least["any"]:
        said.append(Fault("assessments.gap.too_few", "", {"count": found.occurrences, "least": least["any"]}))
    elif found.occurrences < least["occurrences"]:
        said.append(Fault("assessments.gap.few", "", {"count": found.occurrences, "least": least["occurrences"]}))
    if found.samples == 0:
        said.append(Fault("assessments.gap.no_samples"))
    elif found.samples < least["samples"]:
        said.append(Fault("assessments.gap.few_samples", "", {"count": found.samples, "least": least["samples"]}))
    if twice is None:
        said.append(
            Fault("assessments.gap.one_observer" if found.observers < least["observers"] else "assessments.gap.unseen")
        )
    elif twice.low:
        said.append(Fault("assessments.gap.apart", "", {"asked": round(ASKED)}))
    if found.settings == 0:
        said.append(Fault("assessments.gap.no_setting"))
    elif found.settings < least["settings"]:
        said.append(Fault("assessments.gap.one_setting"))
    if found.words_only:
        said.append(Fault("assessments.gap.words_only", "", {"count": found.words_only}))
    if found.when.unwatched:
        said.append(Fault("assessments.gap.unwatched", "", {"count": found.when.unwatched}))
    return [*said, Fault("assessments.gap.descriptive")]


def comparable(found: Evidence, known: Mapping[str, Any]) -> bool:
    """Whether probabilities can be compared at all: some occurrences, and some samples of none."""
    return found.occurrences >= known["least"]["any"] and found.samples > 0
