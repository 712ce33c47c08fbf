"""reorder: "same as last time", "order 12 again"."""

from collections.abc import Iterator

from tools.kit.params import OrderNo
from tools.kit.result import Button
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.kit.view import SessionView
from tools.resolve.again import add_again
from tools.results.reordered import Reordered


@tool(says=("same as last time", "reorder", "order 12 again"))
async def reorder(turn: Turn, order_no: OrderNo = None) -> Reordered:
    """Put an order in the cart again at today's prices.

    Without a number it is the last. Raises OrderNotFound.
    """
    view = await turn.call("reorder", order_no)
    number = view.orders[0].order_no if view.orders else order_no or 0
    return Reordered(view=view, order_no=number, anyway=tuple(_anyway(turn, view)))


def _anyway(turn: Turn, view: SessionView) -> Iterator[Button]:
    """A button for each line the customer's rules kept out."""
    for left_out in view.conflicts:
        call = add_again(turn.menu, view.orders[0].lines[left_out.index], left_out.conflicts)
        if call is not None:
            yield Button(turn.say("Add {item} anyway", item=left_out.item_name), call)
