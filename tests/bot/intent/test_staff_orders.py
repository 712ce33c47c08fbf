"""What staff say of orders, by rules: each step of an order's life, its money, its end."""

import pytest

from tests.bot.intent.staff_reading import read, ready
from tools.kit.call import Call, Json

READY = {
    "order 31 is ready": (ready(31),),
    "#31 ready": (ready(31),),
    "31 done": (ready(31),),
    "order number 31 is ready for pickup": (ready(31),),
    "orders 31 and 32 are done": (ready(31), ready(32)),
    "order thirty one is ready": (ready(31),),
}


def moved(tool: str, *orders: int, **more: Json) -> tuple[Call, ...]:
    return tuple(Call(tool, {"order_no": order, **more}) for order in orders)


PAID_AND_DONE = (*moved("confirm_payment", 31), *moved("complete_order", 31))
ORDERS = {
    "accept 31": moved("accept_order", 31),
    "accept order 31": moved("accept_order", 31),
    "31 accepted": moved("accept_order", 31),
    "#31 accepted please": moved("accept_order", 31),
    "accept 31 and 32": moved("accept_order", 31, 32),
    "accept order 31 ready in 15": moved("accept_order", 31, minutes=15),
    "31 accepted, ready in 15": moved("accept_order", 31, minutes=15),
    "accept 31 in half an hour": moved("accept_order", 31, minutes=30),
    "accept 31, it will be ready in about 1 hour": moved("accept_order", 31, minutes=60),
    "accept 31 and 32 ready in 20 min": moved("accept_order", 31, 32, minutes=20),
    "start 31": moved("start_order", 31),
    "preparing 31": moved("start_order", 31),
    "order 31 is being prepared": (),
    "31 out for delivery": moved("send_out", 31),
    "order 31 is on its way": moved("send_out", 31),
    "send out 31": moved("send_out", 31),
    "done 31": moved("complete_order", 31),
    "31 picked up": moved("complete_order", 31),
    "order 31 has been picked up": moved("complete_order", 31),
    "31 delivered": moved("complete_order", 31),
    "mark 31 as completed": moved("complete_order", 31),
    "reject 31 no gas": moved("reject_order", 31, reason="no gas"),
    "reject 31, no idly": moved("reject_order", 31, reason="no idly"),
    "31 rejected: no gas": moved("reject_order", 31, reason="no gas"),
    "reject order 31 because we ran out of gas and rice": moved(
        "reject_order", 31, reason="we ran out of gas and rice"
    ),
    "reject order 31 idly sold out": moved("reject_order", 31, reason="idly sold out"),
    "reject 31": moved("reject_order", 31),
    "cancel 31 customer did not come": moved(
        "cancel_for_customer", 31, reason="customer did not come"
    ),
    "cancel order 31": moved("cancel_for_customer", 31),
    "31 paid": moved("confirm_payment", 31),
    "31 and 32 paid": moved("confirm_payment", 31, 32),
    "31 paid by card": moved("confirm_payment", 31, method="card"),
    "upi received for 31": moved("confirm_payment", 31, method="upi"),
    "cash taken for order 31": moved("confirm_payment", 31, method="cash"),
    "payment received for 31": moved("confirm_payment", 31),
    "refund 31": moved("refund_payment", 31),
    "31 refunded": moved("refund_payment", 31),
    "refund 50 for 31": moved("refund_payment", 31, amount="50"),
    "refund 49.50 rs for order 31": moved("refund_payment", 31, amount="49.50"),
    "accept 30 and reject 31 no gas": (
        *moved("accept_order", 30),
        *moved("reject_order", 31, reason="no gas"),
    ),
    "reject 31 no gas and accept 32": (
        *moved("reject_order", 31, reason="no gas"),
        *moved("accept_order", 32),
    ),
    "cancel order 31, the oven is cold": moved(
        "cancel_for_customer", 31, reason="the oven is cold"
    ),
    "reject 31 because the gas is out, sorry!": moved(
        "reject_order", 31, reason="the gas is out, sorry"
    ),
    "31 picked up and paid": PAID_AND_DONE,
    "31 paid and done": PAID_AND_DONE,
    "31 done, paid": PAID_AND_DONE,
    "31 delivered and paid cash": (
        *moved("confirm_payment", 31, method="cash"),
        *moved("complete_order", 31),
    ),
    "31 collected and paid by upi": (
        *moved("confirm_payment", 31, method="upi"),
        *moved("complete_order", 31),
    ),
    "31 is ready and paid": (*moved("confirm_payment", 31), *moved("mark_ready", 31)),
    "cash collected for 31": moved("confirm_payment", 31, method="cash"),
    "31 picked up and not paid": (),
    "31 and 32 picked up and paid": (),
    "orders": (Call("check_orders"),),
    "open orders please": (Call("check_orders"),),
    "show me the pending orders": (Call("check_orders"),),
    "which orders are waiting?": (Call("check_orders"),),
    "order 31": moved("check_orders", 31),
    "show order 31": moved("check_orders", 31),
    "what is in order 31?": moved("check_orders", 31),
    "is order 31 ready?": moved("check_orders", 31),
    "is order 31 paid?": moved("check_orders", 31),
}
STOCK_AND_NO_ORDER = (
    "31 idly ready",
    "31 idly out",
    "accept 31 idly",
    "confirm 31 vada",
    "start 31 vada",
    "done 31 idly",
    "31 idly paid",
    "cancel 31 idly",
    "reject 31 idly sold out",
    "reject 31 and 32 no gas",
    "add 31 idly",
    "send 31 idly",
    "50 cash received for 31",
    "refund 31 50",
    "refund rs 50",
    "31 not paid",
    "is 31 paid",
    "31 paid?",
    "don't accept 31",
    "do not reject 31",
    "never cancel 31",
    "accept",
    "cancel my order",
    "reject it",
    "paid",
    "accept table 31",
    "31 ready in 15",
    "31 is not out",
)


@pytest.mark.parametrize("text", READY)
def test_orders_that_are_ready(text: str) -> None:
    assert read(text) == READY[text]


@pytest.mark.parametrize("text", ORDERS)
def test_orders_that_go_on(text: str) -> None:
    assert read(text) == ORDERS[text]


@pytest.mark.parametrize("text", STOCK_AND_NO_ORDER)
def test_what_counts_dishes_moves_no_order(text: str) -> None:
    assert {call.tool for call in read(text)} <= {"update_stock"}
