"""issue_receipt: "receipt please", "the bill of order 12"."""

from datetime import UTC

from tools.kit.order_errors import OrderNotFound
from tools.kit.params import Handle, OrderNo
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.order_ref import order_id
from tools.results.receipt import ReceiptHanded


@tool()
async def issue_receipt(
    turn: Turn, order_no: OrderNo = None, order: Handle = None
) -> ReceiptHanded:
    """Hand out the receipt of an order; again it is a copy.

    Raises OrderNotFound, ReceiptNotYet.
    """
    view = await turn.call("issue_receipt", order_no, order_id(order))
    if view.receipt is None:
        raise OrderNotFound
    link = ""
    if turn.public_url:
        path = turn.tenant.tenant_id.hex + view.receipt.token.hex
        link = f"{turn.public_url.rstrip('/')}/receipt/{path}"
    return ReceiptHanded(view=view, receipt=view.receipt, zone=turn.now.tzinfo or UTC, link=link)
