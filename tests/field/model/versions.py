"""Two versions of the server: the older knows one kind less, and one kind in its first version alone."""

from alongside.field.receiving.kinds import KINDS, Kind

NEWER = "behaviour.deviate/1"
AS_SHIPPED = dict(KINDS)


def begin() -> None:
    """The older one."""
    KINDS.clear()
    KINDS.update({name: kind for name, kind in AS_SHIPPED.items() if name != NEWER})


def upgrade() -> None:
    """The newer one: it still speaks what the older one spoke."""
    first = AS_SHIPPED["behaviour.record/1"]
    second = Kind(first.fields.replace(" measure:text?", ""), first.one, many=first.many, alike=first.alike)
    KINDS.update(AS_SHIPPED)
    KINDS["behaviour.record/2"] = second


def end() -> None:
    KINDS.clear()
    KINDS.update(AS_SHIPPED)


def newest() -> bool:
    return "behaviour.record/2" in KINDS
