"""The strategies of the plan as the recording page lists them."""

from typing import Any

from alongside.behaviour.queries import Board


def strategies_of(board: Board) -> dict[str, Any]:
    """The strategies of the plan with how often each was used."""
    times = {one.strategy_id: one.times for one in board.used}
    rows = [(one.id, one.moment, one.text, times.get(one.id, 0)) for one in board.strategies]
    return {"session": board.session, "strategies": rows, "hidden": (("client", str(board.banner.id)),)}
