"""choose_pickup_time: "for tomorrow at 9", "in two hours", "as soon as possible"."""

from tools.kit.checkout_errors import ShopClosed
from tools.kit.params import Said, Waiting
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.ask import add_call, as_said
from tools.resolve.moment import Unclear, moment_of
from tools.resolve.waiting import dishes_of, keep_waiting
from tools.results.pickup import PickupChosen, WhichTime


@tool(says=("for tomorrow at 9", "pick up at 7:30 pm", "in two hours", "as soon as possible"))
async def choose_pickup_time(
    turn: Turn, when: Said = "", lines: Waiting = None
) -> PickupChosen | WhichTime:
    """Choose when the order is wanted.

    `lines` could not be had before, and are offered for then. Raises ShopClosed, BadPickupTime.
    """
    moment = moment_of(turn.menu, when, turn.now)
    if isinstance(moment, Unclear):
        view = await turn.call("record_turn")
        return WhichTime(
            view=view,
            now=turn.now,
            slots=moment.slots,
            passed=moment.passed,
            no_such=moment.no_such,
        )
    waiting = dishes_of(turn, lines or ())
    said = [as_said(line) for line, _ in waiting]
    try:
        view = await turn.call("choose_pickup_time", moment.at)
    except ShopClosed as refusal:
        keep_waiting(turn, refusal, said)
        raise
    return PickupChosen(
        view=view,
        now=turn.now,
        other=moment.other,
        waiting=tuple((dish.name, line.quantity) for line, dish in waiting),
        add=add_call(*said) if said else None,
    )
