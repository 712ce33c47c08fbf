"""change_order: "remove the idly from order 12", "make it 3 idly in my order"."""

from decimal import Decimal

from tools.kit.call import Json
from tools.kit.params import Handle, LineNo, MaybeSaid, OrderNo, OrderQuantity, Total
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.line_ref import meant_dishes
from tools.resolve.order_ref import order_id
from tools.results.order_changing import OrderChanging


@tool()
async def change_order(
    turn: Turn,
    order_no: OrderNo = None,
    order: Handle = None,
    item: MaybeSaid = None,
    line: LineNo = None,
    quantity: OrderQuantity = None,
    total: Total = None,
) -> OrderChanging:
    """Change how many of a dish a placed order has.

    `quantity` 0 takes it out; `total` is what a pressed button said it comes to then. Raises
    OrderNotFound, TooLateToChange, NotInOrder, NothingLeft, TooLittleLeft.
    """
    meant: dict[str, Json] | None = None
    if quantity is not None and line is not None:
        meant = {"line_no": line}
    elif quantity is not None and item:
        meant = {"item_ids": [dish.id for dish in meant_dishes(turn, item)]}
    told = Decimal(total) if total else None
    view = await turn.call("change_order", order_no, order_id(order), meant, quantity, told)
    asks = not (view.change and view.change.made) and bool(view.orders)
    return OrderChanging(view=view, quantity=quantity, asks=asks)
