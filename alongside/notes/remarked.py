"""What a text from a device says otherwise than the records here, for whoever reads or co-signs it."""

from dataclasses import dataclass

from alongside.notes.models import Note, Remark


@dataclass(frozen=True)
class Remarked:
    """`sentences`: how many drafted ones differ; `names`: facts above the note that differ, after one another."""

    sentences: int
    names: str


def remarked(note: Note) -> Remarked | None:
    """The newest remark, where it says anything. One statement."""
    row = Remark.objects.filter(note=note).order_by("-at", "-id").first()
    if row is None or not (row.sentences or row.head):
        return None
    return Remarked(row.sentences, ", ".join(name.replace("_", " ") for name in row.head))
