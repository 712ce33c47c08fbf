"""What a room is told of by itself.

What the words need comes with the notice: `amount` and `method` of money; `item`, `left` and `unit`
of stock, and the `dishes` that end with it; `stars` and `words` of a review; `table` and `left` of
a bill; `minutes` of a wait.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from pydantic import JsonValue

from tools.kit.notice import Notice, Room, Told
from tools.kit.speech import Speech, Word, sentence
from tools.kit.view import Order
from tools.results.refunds import tender_name
from tools.results.staff.ticket_buttons import ticket_buttons

ALERTS: Mapping[str, str] = {
    "order_paid": sentence("{what}: {amount} is paid {how}."),
    "order_late": sentence("{what} has not been accepted for {minutes} minutes."),
    "order_cancelled": sentence("{what} was cancelled by its customer."),
    "payment_failed": sentence("{what}: a payment of {amount} {how} has failed."),
    "refund_due": sentence("{what}: {amount} paid {how} has to go back."),
    "bill_asked": sentence("Table {table} asks for the bill: {left}."),
    "bad_review": sentence("{what}: {stars} of 5 stars. {words}"),
    "stock_out": sentence("{item} has run out."),
    "stock_low": sentence("{item} is running low: {left} left."),
}
_NO_MORE = sentence("{item} has run out ({left} left): no more {dishes}.")
_MONEY = frozenset({("bill_asked", "left")})


def alert(say: Speech, notice: Notice, room: Room, now: datetime) -> Told | None:
    """One sentence. An order that waits has its buttons; a wait that is over is not told."""
    order = notice.order
    told = _NO_MORE if "dishes" in notice.payload else ALERTS[notice.topic]
    text = say(told, **_words(say, notice.topic, order, notice.payload)).rstrip()
    if notice.topic != "order_late":
        return Told(text)
    if order is None or order.status != "placed":
        return None
    return Told(text, ticket_buttons(say, order, room.acts), calls=room.calls)


def _words(
    say: Speech, topic: str, order: Order | None, payload: Mapping[str, JsonValue]
) -> dict[str, Word]:
    words: dict[str, Word] = {"words": "", "how": tender_name(say, str(payload.get("method", "")))}
    for key, value in payload.items():
        is_money = key == "amount" or (topic, key) in _MONEY
        words[key] = Decimal(str(value)) if is_money else str(value or "")
    if unit := payload.get("unit"):
        words["left"] = f"{payload['left']} {unit}"
    words["what"] = say("Order #{number}", number=str(order.order_no)) if order else say("No order")
    return words
