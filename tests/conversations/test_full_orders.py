"""Orders from the first word to the receipt, in Telegram and over HTTP; read orders/*.txt first."""

import html
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import psycopg
import pytest

from tests.fakes.telegram_chat import Message
from tests.fakes.telegram_person import Person
from tests.support.acts import Act, read_acts
from tests.support.charges import Coupon, Fee, Rules
from tests.support.lunch import PUBLIC_URL, Lunch, lunch_at
from tests.support.money import take_money
from tests.support.records import count
from tests.support.ways import (
    FAR,
    LAKE,
    NEAR,
    NEARBY,
    put_delivery,
    put_order_types,
    put_tables,
)

RULES = Rules(
    {"food": {"CGST": "2.5", "SGST": "2.5"}},
    "food",
    included=False,
    rounding="1",
    fees=[Fee("Packaging", "10", order_types=("take_away", "delivery"), tax_class="none")],
    coupons=[Coupon("SAVE20", "20", minimum="100")],
)
SHOP = """
update cold.tenants set receipt_prefix = 'TR/26-', legal_name = 'Tiffin Room & Sons',
  tax_number = '33AAAAA0000A1Z5'
"""
PAID = "It is paid."
NUMBER = "+91 98450-12345"
BILL = re.compile(r"(.+) — (-?₹[\d,.]+)")
CELLS = re.compile(r"<td>(.+?)</td><td>(-?₹[\d,.]+)</td>")
TOTAL = re.compile(r" order comes to (₹[\d,.]+)\.")
LINK = re.compile(rf"{PUBLIC_URL}/receipt/[0-9a-f]+")
ORDER = """
select total_amount, payment_method, order_type_name, table_no, status from cold.orders
join cold.order_type_table using (order_type_id)
"""


@pytest.fixture
async def lunch(dsn: str, db: psycopg.Connection) -> AsyncIterator[Lunch]:
    """A shop that charges, offers and takes whatever it can."""
    db.execute("update cold.menu_item set tax_class = null")
    RULES.put(db)
    put_delivery(db, NEAR, FAR, LAKE)
    put_tables(db, ["1", "2", "3", "4"])
    put_order_types(db, "take_away", "dine_in", "delivery")
    take_money(db)
    db.execute(SHOP)
    async with lunch_at(dsn, db) as lunch:
        yield lunch


@dataclass
class Play:
    """A conversation being played.

    `asks` is how the guest asks for orders, `seen` what the last answer said, `quote` the last one
    that asked how to pay.
    """

    lunch: Lunch
    guest: Person
    asks: str
    seen: str = ""
    quote: str = ""

    async def perform(self, act: Act) -> None:
        """Do it, deliver what there is to tell, and read."""
        before = len(self.lunch.telegram.calls)
        known = set(self.guest.reads())
        reply = await self._does(act)
        fresh = [one.text for one in self.guest.reads() if one not in known]
        self.seen = reply or "\n".join(fresh)
        for piece in act.bot:
            assert piece in self.seen, (act, self.seen)
        if TOTAL.search(self.seen):
            self.quote = self.seen
        await self.lunch.deliver()
        if act.tells:
            await self._reads(act, before)

    async def _does(self, act: Act) -> str:
        """Returns what the staff are answered; what the guest is, is in his chat."""
        guest = self.guest
        match act.actor:
            case "customer":
                await guest.says(act.words)
            case "press":
                await guest.presses(act.words)
            case "share":
                await self._shares(act.words)
            case "pay":
                assert guest.bot.invoices[-1].total == minor(act.words)
                await guest.pays()
            case "confirm":
                return (await self.lunch.staff.presses(act.words)).text
            case _:
                await self.lunch.clock.pass_by(timedelta(minutes=5))
                return (await self.lunch.staff.says(act.words)).text
        return ""

    async def _shares(self, what: str) -> None:
        if what == "location":
            await self.guest.shares_location(*NEARBY)
        else:
            await self.guest.shares_phone(NUMBER, None if what == "phone" else 7)

    async def _reads(self, act: Act, before: int) -> None:
        """The order's one message, which nothing but an edit has changed, and asks for the same."""
        told = self.message()
        for piece in act.tells:
            assert piece in told.text, (act, told.text)
        if act.actor in ("staff", "confirm"):
            (made,) = self.lunch.telegram.calls[before:]
            assert (made.method, made.params["message_id"]) == (
                "editMessageText",
                str(told.message_id),
            )
        # An order has one such message, and whoever asks is told the same.
        head, *goes = told.text.splitlines()
        assert [one.message_id for one in self.guest.reads() if one.text.startswith(head)] == [
            told.message_id
        ]
        status, *answer = (await self.guest.says(self.asks)).text.splitlines()
        assert status.startswith("Order #1: ")
        assert status.endswith(", paid.") == (PAID in goes)
        # How it was is asked in the message alone.
        assert answer == [line for line in goes if line not in (PAID, "How was it?")]

    def message(self) -> Message:
        """The one message the order has."""
        row = self.lunch.db.execute("select message_id from cold.order_message").fetchall()
        ((message_id,),) = row
        (found,) = (one for one in self.guest.reads() if one.message_id == message_id)
        return found


def minor(money: str) -> int:
    """ "₹5.36" in paise."""
    return int(Decimal(money.replace("₹", "").replace(",", "")) * 100)


def bill(text: str) -> list[tuple[str, str]]:
    """Every line and charge of a quote or a receipt."""
    return [(one[1], one[2]) for line in text.splitlines() if (one := BILL.fullmatch(line))]


def cells(page: str) -> Iterator[tuple[str, str]]:
    for what, amount in CELLS.findall(page):
        yield html.unescape(what), amount


@pytest.mark.parametrize("way", ["in_words", "by_buttons"])
@pytest.mark.parametrize(
    ("order_type", "method"), [("take_away", "cash"), ("delivery", "telegram"), ("dine_in", "upi")]
)
async def test_from_the_first_word_to_the_receipt(
    lunch: Lunch, order_type: str, method: str, way: str
) -> None:
    asks = "where is my order" if way == "in_words" else "/orders"
    play = Play(lunch, lunch.guest("Asha"), asks)
    acts = read_acts(f"orders/{order_type}_{way}")
    for act in acts:
        if way == "by_buttons" and act.actor == "customer":
            assert act.words.startswith("/start"), "a guest who presses only"
        await play.perform(act)

    (order,) = lunch.db.execute(ORDER).fetchall()
    total, table = order[0], "4" if order_type == "dine_in" else None
    assert order[1:] == (method, order_type, table, "completed")
    asked = TOTAL.search(play.quote)
    assert asked is not None
    quoted, rows = asked[1], bill(play.quote)
    assert minor(quoted) == total * 100 == sum(minor(amount) for _, amount in rows)

    assert bill(play.seen) == rows
    assert f"\nTotal: {quoted}\n" in play.seen
    link = LINK.search(play.seen)
    assert link is not None
    page = list(cells(await lunch.opens(link[0])))
    assert page[: len(rows) + 1] == [*rows, ("Total", quoted)]
    for invoice in play.guest.bot.invoices:
        assert [*invoice.prices] == [(what, minor(amount)) for what, amount in rows]
    for photo in play.guest.bot.photos:
        assert photo.caption.startswith(f"{quoted}, ")
    assert count(lunch.db, "cold.receipt") == 1
