"""What helped a client, in counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from alongside.foundation.errors import Fault


@dataclass(frozen=True)
class Use:
    """One use of a technique: what the client said, how it went."""

    technique: str
    felt: str
    went: str
    at: datetime


@dataclass(frozen=True)
class Helped:
    """How often a technique was used, helped, was asked about, and felt good."""

    technique: str
    used: int
    helped: int
    refused: int
    asked: int
    felt_good: int
    last_at: datetime


def counted(uses: Iterable[Use], *, good_felt: Sequence[str], good_went: Sequence[str]) -> tuple[Helped, ...]:
    """Each technique with its counts; first the one that helped most often, then the one with the larger share.

    A refused use was no try.
    """
    by: dict[str, list[Use]] = {}
    for use in uses:
        by.setdefault(use.technique, []).append(use)
    found = [_helped(key, some, good_felt, good_went) for key, some in by.items()]
    return tuple(sorted(found, key=lambda one: (-one.helped, -_share(one), one.technique)))


def _helped(key: str, some: Sequence[Use], good_felt: Sequence[str], good_went: Sequence[str]) -> Helped:
    went, felt = Counter(use.went for use in some), Counter(use.felt for use in some if use.felt)
    return Helped(
        key, len(some), sum(went[good] for good in good_went), went["refused"], felt.total(),
        sum(felt[good] for good in good_felt), max(use.at for use in some),
    )  # fmt: skip


def _share(one: Helped) -> float:
    tried = one.used - one.refused
    return one.helped / tried if tried else 0.0


def use_faults(
    *, technique: str, felt: str, went: str, known: Mapping[str, Sequence[str]], keys: Iterable[str]
) -> list[Fault]:
    """What was used is in the library; how it went is said; what the client said is one of the faces, or nothing."""
    faults = [] if technique in set(keys) else [Fault("skills.fault.choice", "technique")]
    faults += [] if went in known["went"] else [Fault("skills.fault.choice", "went")]
    return faults + ([] if felt in ("", *known["felt"]) else [Fault("skills.fault.choice", "felt")])
