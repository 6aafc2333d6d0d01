"""What becomes of a drafted note under its author's hand. The evidence stays; whose words they are is marked."""

from collections.abc import Collection, Mapping
from typing import Any

from alongside.foundation.errors import Fault
from alongside.notes.rules.figures import figures
from alongside.notes.rules.said import ROLES

MOST_SENTENCES = 200

Body = Mapping[str, Any]
Kept = dict[str, Any]


def edited(
    body: Body, *, texts: Mapping[str, str], added: Mapping[str, str], back: Collection[str] = (), present: str,
    format: str,
) -> Kept:  # fmt: skip
    """The body after one saving: changed texts by sentence id, own paragraphs by role, and what is put back.

    An emptied sentence is left out, and stays where it can be put back; an emptied own one is gone.
    """
    now = [_now(s, texts.get(s["id"], s["text"])) for s in body["sentences"]]
    kept = [s for s in now if s["text"]] + [s for s in body["left_out"] if s["id"] in back]
    out = [_as_drafted(s) for s in now if not s["text"]] + [s for s in body["left_out"] if s["id"] not in back]
    return {
        **body, "sentences": [*kept, *_added(body, added, _homeless(body, texts))],
        "left_out": [s for s in out if s["drafted"]], "present": present, "format": format,
    }  # fmt: skip


def own(sentence: Body) -> bool:
    """Somebody's own words: nothing recorded behind them, or figures that what is recorded does not have."""
    return not sentence["evidence"] or not figures(sentence["text"]) <= figures(sentence["drafted"])


def written(body: Body) -> list[str]:
    """What the author wrote or changed. Drafted sentences left as they are come from the visit's own rows."""
    return [s["text"] for s in body["sentences"] if s["text"] != s["drafted"]]


def faults(body: Body) -> list[Fault]:
    """What makes a body unfit to be kept: too many sentences, unknown parts."""
    found = [Fault("notes.fault.too_many", values={"most": MOST_SENTENCES})] * (len(body["sentences"]) > MOST_SENTENCES)
    return [*found, *(Fault("notes.fault.role") for s in body["sentences"] if s["role"] not in ROLES)]


def _now(sentence: Body, text: str) -> Kept:
    now = {**sentence, "text": text}
    return {**now, "own": own(now)}


def _as_drafted(sentence: Kept) -> Kept:
    return {**sentence, "text": sentence["drafted"], "own": False}


def _homeless(body: Body, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Texts of sentences that a newer saving took away: nothing that was typed is lost."""
    known = {s["id"] for s in (*body["sentences"], *body["left_out"])}
    return [("behavior", text) for id, text in texts.items() if id not in known and text]


def _added(body: Body, added: Mapping[str, str], homeless: list[tuple[str, str]]) -> list[Kept]:
    used = [int(s["id"][1:]) for s in (*body["sentences"], *body["left_out"]) if s["id"].startswith("o")]
    first = max(used, default=0) + 1
    parts = [*homeless, *((role, added[role]) for role in ROLES if added.get(role))]
    return [
        {"id": f"o{first + n}", "role": role, "text": text, "drafted": "", "own": True, "evidence": []}
        for n, (role, text) in enumerate(parts)
    ]
