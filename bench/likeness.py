"""Does the likeness check find copied notes? Precision and recall on 200 planted notes, and the time of one check.

`python -m bench.likeness`. 100 notes are copies of an earlier one with small edits: other figures, days and names,
another pronoun, sentences in another order, a word or two replaced, a typing error, a few words added. 100 are honest
notes of similar visits by the same author, the hard case: most of their sentences are built like those of an earlier
note, with what really happened this time in them.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter
from typing import Any
from uuid import UUID

from alongside.notes.likeness import LIMIT, most_alike
from alongside.notes.rules.alike import normalised

SEED, EACH, EARLIER = 20_261_121, 100, 100
NAMES = ("Theo", "Lucía", "Ida", "Marcus", "Yasmin")
ACTIVITY = ("math", "reading", "art", "the lunch line", "the walk to the bus", "a board game", "cleaning up", "music")
PLACE = ("at his desk", "in the corridor", "near the window", "at the round table", "by the door")
ADULT = ("the teacher", "the aide", "his mother", "the bus driver", "a substitute teacher")
DID = (
    "put the card on the table", "asked for help in a full sentence", "walked to the quiet corner",
    "counted to ten aloud", "pushed the sheet away and looked at the clock", "waited for his turn",
    "laughed with a classmate", "covered his ears",
)  # fmt: skip
FRAMES = (
    "During {activity} {name} {did} after {n} minutes, and {adult} gave him a short break.",
    "{name} sat {place} for {n} minutes and {did}.",
    "When {activity} ended, he {did}; then he {did2}.",
    "I halved the page in {activity} and read the first {n} lines together with {name}.",
    "{adult} told me that {name} {did} before I came.",
    "Before {activity} we went through the three steps on his card, {place}.",
    "He said: I can do {activity} if the others are quiet.",
    "I stayed {place} and waited {n} seconds before the next direction.",
    "{name} {did} when two classmates came {place}, and came back to {activity} on his own.",
    "We practiced greeting {adult} {n} times on the way to {activity}.",
    "Next time I will bring the visual timer for {activity} and ask {adult} for a seat {place}.",
    "Keep the break card within reach in {activity}; ask whether half pages can go into the plan.",
    "Nobody was hurt, and nothing was said or seen that points to danger.",
    "I spoke with {adult} about {activity} for {n} minutes before I left.",
)
SWAPS = {
    "minutes": "min", "gave": "offered", "told": "let", "short": "brief", "came": "arrived", "together": "side by side",
    "sheet": "page", "walked": "went", "directly": "at once", "quiet": "calm", "waited": "paused",
}  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """A note to be judged, and whether it is a copy of one of the earlier ones."""

    text: str
    copied: bool


def honest(dice: Random, frames: Sequence[str]) -> list[str]:
    """The own words of one note, sentence by sentence."""
    return [_told(dice, frame) for frame in frames]


def copy(dice: Random, sentences: list[str]) -> list[str]:
    """The same note again with one to four small edits."""
    for edit in dice.sample(EDITS, dice.randint(1, 4)):
        sentences = edit(dice, sentences)
    return sentences


def planted(seed: int = SEED) -> tuple[list[str], list[Planted]]:
    """Fingerprints of earlier notes, and 200 planted ones."""
    dice = Random(seed)
    built = [dice.sample(FRAMES, dice.randint(4, 7)) for _ in range(EARLIER)]
    earlier = [honest(dice, frames) for frames in built]
    notes = [Planted(_print(copy(dice, dice.choice(earlier))), True) for _ in range(EACH)]
    notes += [Planted(_print(honest(dice, _similar(dice, dice.choice(built)))), False) for _ in range(EACH)]
    return [_print(sentences) for sentences in earlier], notes


def run(seed: int = SEED) -> dict[str, Any]:
    """Precision, recall and milliseconds a check against 100 earlier notes."""
    earlier, notes = planted(seed)
    others = [(UUID(int=n), text, False) for n, text in enumerate(earlier)]
    began = perf_counter()
    found = [(note, most_alike(note.text, others)) for note in notes]
    spent = (perf_counter() - began) / len(notes)
    flagged = [note for note, alike in found if alike and alike.percent > LIMIT]
    right = sum(note.copied for note in flagged)
    return {
        "planted": len(notes), "copies": EACH, "flagged": len(flagged), "precision": right / max(len(flagged), 1),
        "recall": right / EACH, "false_alarms": len(flagged) - right, "limit_percent": LIMIT,
        "lowest_copy_percent": round(min(a.percent for n, a in found if a and n.copied), 1),
        "highest_honest_percent": round(max(a.percent for n, a in found if a and not n.copied), 1),
        "milliseconds_per_check": round(spent * 1000, 2),
    }  # fmt: skip


def _told(dice: Random, frame: str) -> str:
    return frame.format(
        activity=dice.choice(ACTIVITY), name=dice.choice(NAMES), did=dice.choice(DID), did2=dice.choice(DID),
        place=dice.choice(PLACE), adult=dice.choice(ADULT), n=dice.randint(2, 40),
    )  # fmt: skip


def _similar(dice: Random, frames: list[str]) -> list[str]:
    """Three quarters of the sentences built as in an earlier note, the others otherwise."""
    kept = dice.sample(frames, max(3, len(frames) * 3 // 4))
    return kept + dice.sample([f for f in FRAMES if f not in kept], dice.randint(1, 2))


def _print(sentences: list[str]) -> str:
    return normalised(sentences, names=NAMES)


def _figures(dice: Random, sentences: list[str]) -> list[str]:
    return ["".join(str(dice.randint(1, 9)) if c.isdigit() else c for c in s) for s in sentences]


def _name(dice: Random, sentences: list[str]) -> list[str]:
    new = dice.choice(NAMES)
    for name in NAMES:
        sentences = [s.replace(name, new) for s in sentences]
    return sentences


def _pronoun(dice: Random, sentences: list[str]) -> list[str]:
    return [s.replace(" he ", " she ").replace(" him ", " her ").replace(" his ", " her ") for s in sentences]


def _order(dice: Random, sentences: list[str]) -> list[str]:
    return dice.sample(sentences, len(sentences))


def _word(dice: Random, sentences: list[str]) -> list[str]:
    new = list(sentences)
    at = dice.randrange(len(new))
    for old, other in SWAPS.items():
        new[at] = new[at].replace(old, other)
    return new


def _typing(dice: Random, sentences: list[str]) -> list[str]:
    at = dice.randrange(len(sentences))
    i = dice.randrange(1, len(sentences[at]) - 1)
    return [s[:i] + s[i + 1 :] if n == at else s for n, s in enumerate(sentences)]


def _added(dice: Random, sentences: list[str]) -> list[str]:
    return [*sentences[:-1], sentences[-1][:-1] + dice.choice((", as planned.", " again today.", ", with the aide."))]


def _sentence(dice: Random, sentences: list[str]) -> list[str]:
    return [*sentences, dice.choice(("A good start.", "As planned with Imani.", "Next time the same."))]


def _activity(dice: Random, sentences: list[str]) -> list[str]:
    old, new = dice.choice(ACTIVITY), dice.choice(ACTIVITY)
    return [s.replace(old, new) for s in sentences]


EDITS: tuple[Callable[[Random, list[str]], list[str]], ...] = (
    _figures, _name, _pronoun, _order, _word, _typing, _added, _sentence, _activity,
)  # fmt: skip

if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
