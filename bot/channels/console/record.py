"""A turn as one JSON object: the public format of `hotcart chat --json`."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, PlainSerializer

from bot.reply import Reply, Source
from tools.kit.view import CartLine, Charge, Checkout, Order, SessionView

Money = Annotated[Decimal, PlainSerializer(lambda amount: f"{amount:.2f}", return_type=str)]


class CallRecord(BaseModel):
    """A call that the message came down to."""

    tool: str
    args: dict[str, object]


class OptionRecord(BaseModel):
    """A chosen option, by the ids of the menu. `amount` is "light", "extra" … or null."""

    group: str
    option: str
    name: str
    amount: str | None
    count: int


class RemovedRecord(BaseModel):
    """Something the line is made without."""

    group: str
    option: str
    name: str


class LineRecord(BaseModel):
    """A line of the cart."""

    item_id: str
    name: str
    quantity: int
    unit_price: Money
    options: list[OptionRecord]
    without: list[RemovedRecord]
    note: str | None
    line_total: Money


class CartRecord(BaseModel):
    """The cart after the turn."""

    lines: list[LineRecord]
    total: Money
    currency: str


class ChargeRecord(BaseModel):
    """What a quote adds to the dishes or takes off, signed; an included tax is only told."""

    kind: str
    name: str
    amount: Money
    included: bool


class QuoteRecord(BaseModel):
    """The open quote: what the order would cost. Null without one."""

    subtotal: Money
    charges: list[ChargeRecord]
    total: Money


class OrderRecord(BaseModel):
    """The order this turn placed."""

    order_id: UUID
    order_no: int
    total: Money
    order_type: str
    payment_method: str


class LlmRecord(BaseModel):
    """What understanding the message cost."""

    calls: int
    prompt_tokens: int
    completion_tokens: int
    ms: float


class TurnRecord(BaseModel):
    """One turn. `server_ms` is the time without the LLM; money is a string with two decimals."""

    text: str
    calls: list[CallRecord]
    source: Source
    reply: str
    buttons: list[str]
    cart: CartRecord
    quote: QuoteRecord | None
    order: OrderRecord | None
    llm: LlmRecord
    server_ms: float
    session_id: str | None


def record(text: str, reply: Reply, currency: str) -> TurnRecord:
    """The record of a reply to `text`. `currency` is the shop's, for a turn without a session."""
    view, usage = reply.view, reply.usage
    return TurnRecord(
        text=text,
        calls=[
            CallRecord(tool=call.tool, args=dict[str, object](call.args)) for call in reply.calls
        ],
        source=reply.source,
        reply=reply.text,
        buttons=[button.label for row in reply.buttons for button in row],
        cart=_cart(view, currency),
        quote=_quote(view.checkout) if view and view.checkout else None,
        order=_order(view.order) if view and view.order else None,
        llm=LlmRecord(
            calls=usage.calls,
            prompt_tokens=usage.prompt_tokens,
            completion_tokens=usage.completion_tokens,
            ms=round(usage.ms, 3),
        ),
        server_ms=round(reply.server_ms, 3),
        session_id=view.session_id if view else None,
    )


def _cart(view: SessionView | None, currency: str) -> CartRecord:
    if view is None:
        return CartRecord(lines=[], total=Decimal(0), currency=currency)
    lines = [_line(line) for line in view.lines]
    return CartRecord(lines=lines, total=view.total, currency=view.currency)


def _quote(checkout: Checkout) -> QuoteRecord:
    quote = checkout.quote
    return QuoteRecord(
        subtotal=quote.subtotal,
        charges=[_charge(charge) for charge in quote.charges],
        total=checkout.total,
    )


def _charge(charge: Charge) -> ChargeRecord:
    return ChargeRecord(
        kind=charge.kind, name=charge.name, amount=charge.amount, included=charge.is_included
    )


def _line(line: CartLine) -> LineRecord:
    return LineRecord(
        item_id=line.item_id,
        name=line.item_name,
        quantity=line.quantity,
        unit_price=line.unit_price,
        options=[
            OptionRecord(
                group=option.group_id,
                option=option.option_id,
                name=option.name,
                amount=option.amount,
                count=option.count,
            )
            for option in line.options
        ],
        without=[
            RemovedRecord(group=removed.group_id, option=removed.option_id, name=removed.name)
            for removed in line.without
        ],
        note=line.note,
        line_total=line.line_total,
    )


def _order(order: Order) -> OrderRecord:
    return OrderRecord(
        order_id=order.order_id,
        order_no=order.order_no,
        total=order.total,
        order_type=order.order_type,
        payment_method=order.payment_method,
    )
