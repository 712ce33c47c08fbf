"""Replies to draw and to record, and a shop that gives them in turn."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from bot.inbound import Inbound
from bot.reply import Reply, Usage
from bot.speech import Voices
from tools.kit.call import Call
from tools.kit.result import Button, CartCard, MenuCard, MenuRow, OrderCard
from tools.kit.speech import Speech
from tools.kit.turn import Tenant
from tools.kit.view import CartLine, ChosenOption, Order, RemovedThing, SessionView

IDLY = CartLine(
    line_no=1,
    item_id="idly",
    item_name="Idly",
    quantity=2,
    unit_price=Decimal("40.00"),
    line_total=Decimal("80.00"),
)
DOSA = CartLine(
    line_no=2, item_id="masala_dosa", item_name="Masala Dosa", quantity=1,
    unit_price=Decimal("90.50"), line_total=Decimal("90.50"), note="crisp please",
    options=(
        ChosenOption(
            group_id="extras", option_id="ghee", name="Ghee", amount="extra",
            count=2, price_delta=Decimal("10.50"),
        ),
    ),
    without=(RemovedThing(group_id="ingredients", option_id="onion", name="onion"),),
)  # fmt: skip
TOTAL = Decimal("170.50")
ORDER = Order(
    order_id=UUID(int=789), order_no=12, status="placed", order_type="take_away",
    payment_method="cash", total=TOTAL, created_at=datetime(2026, 1, 18, 10, 31, tzinfo=UTC),
    lines=(IDLY, DOSA),
)  # fmt: skip


def view(*lines: CartLine, order: Order | None = None) -> SessionView:
    total = sum((line.line_total for line in lines), Decimal("0.00"))
    return SessionView(
        session_id="s1", seq=1, step="ordering", menu_version=1, currency="INR",
        lines=lines, total=total, order=order,
    )  # fmt: skip


def buttons(*labels: str) -> Sequence[Sequence[Button]]:
    return [[Button(label, Call("pressed", {"label": label}))] for label in labels]


MENU = Reply(
    "Here's our breakfast menu! What would you like?",
    buttons=buttons("Dosa", "More"),
    card=MenuCard(
        "Breakfast",
        (
            MenuRow(9, "Idly", Decimal(40), "Soft steamed cakes.", "veg", call=Call("dish_9")),
            MenuRow(10, "Egg Dosa", Decimal(95), "", "egg", served_now=False),
        ),
        page=2,
        pages=4,
    ),
    view=view(),
)
CART = Reply(
    "Added 1x Masala Dosa! You have 2 items (₹170.50 total). Anything else?",
    buttons=buttons("View cart", "Checkout"),
    card=CartCard((IDLY, DOSA), TOTAL),
    view=view(IDLY, DOSA),
    calls=(Call("add_to_cart", {"lines": [{"item": "masala dosa", "quantity": 1}]}),),
    source="llm",
    usage=Usage(1, "groq", 410, 31, 212.34567),
    server_ms=1.23456,
)
PAY = Reply("How would you like to pay?", buttons=buttons("Cash", "Card", "UPI"), view=view(IDLY))
PLACED = Reply(
    "Order placed successfully! Order #12 - Total: ₹170.50.",
    card=OrderCard(ORDER),
    view=view(order=ORDER),
    calls=(Call("choose_payment", {"method": "cash"}),),
    source="button",
)
UNREACHED = Reply("Sorry, that did not work.", calls=(Call("view_cart"),))


SHOP = Tenant(UUID(int=1), "demo", "Idly House", "INR", "Asia/Kolkata", "en")


class Shop:
    """Takes turns: notes what it hears and gives the replies in turn, the last one for ever."""

    def __init__(self, *replies: Reply) -> None:
        self.heard: list[Inbound] = []
        self._replies = list(replies)

    def take(self, inbound: Inbound) -> Reply:
        self.heard.append(inbound)
        return self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]

    @property
    def texts(self) -> list[str]:
        return [inbound.text for inbound in self.heard]

    @property
    def calls(self) -> Iterable[tuple[Call, ...] | None]:
        return [inbound.calls for inbound in self.heard]


def english() -> Speech:
    return Voices()(None, SHOP)
