"""Orders through Telegram, over HTTP against the loopback Bot API: in words, and by buttons."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from tests.bot.telegram.rig import polling, webhook
from tests.conversations.final_state import assert_final_state, cart_total
from tests.fakes.telegram_person import Person
from tests.support.chats import Way, bot_of
from tests.support.conversation import read_conversation
from tests.support.shop import Shop


@pytest.fixture(params=[polling, webhook], ids=["polling", "webhook"])
async def asha(request: pytest.FixtureRequest, shop: Shop) -> AsyncIterator[Person]:
    """Somebody with Telegram in hand, before the demo shop's bot."""
    way: Way = request.param
    async with bot_of(shop, way=way) as (telegram, bot):
        yield telegram.person(bot, "Asha")


async def test_seed_004(asha: Person, db: psycopg.Connection) -> None:
    for exchange in read_conversation("seed_004"):
        seen = await asha.says(exchange.customer)
        for piece in exchange.bot:
            assert piece in seen.text
        assert cart_total(db) == exchange.total
    assert_final_state(db)


async def test_a_person_who_never_types_orders(asha: Person, db: psycopg.Connection) -> None:
    await asha.says("/start")
    await asha.presses("Menu")
    await asha.presses("Idly & Vada")
    await asha.presses("Idly")
    await asha.presses("Add")
    await asha.says("/cart")
    before = len(asha.reads())
    await asha.presses("+")
    await asha.presses("+")
    await asha.presses("−")
    assert len(asha.reads()) == before, "the cart is edited in place"
    assert cart_total(db) == "80.00"
    await asha.presses("Checkout")
    seen = await asha.presses("Cash")
    assert "Order #1 - Total: ₹80" in seen.text
    assert db.execute("select count(*) from cold.orders").fetchone() == (1,)


async def test_a_dish_with_a_required_choice_is_ordered_by_buttons(
    asha: Person, db: psycopg.Connection
) -> None:
    await asha.says("/menu")
    await asha.presses("Biryani")
    await asha.presses("Chicken Biryani")
    await asha.presses("Half")
    await asha.presses("Add")
    assert db.execute(
        "select item_name, quantity, options -> 0 ->> 'option_id' from hot.session_cart"
    ).fetchall() == [("Chicken Biryani", 1, "half")]
