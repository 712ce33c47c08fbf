"""How an order is had, by words and by Telegram's buttons: a table, an address, a place, a slot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

import psycopg
import pytest
from psycopg import sql

from bot.channels.telegram.config import BotConfig
from bot.pg import Postgres
from bot.turn import take_turn
from tests.bot.telegram.rig import SECRET, Pauses, polling
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_person import Person
from tests.support.chats import bot_of
from tests.support.records import everything
from tests.support.shop import Shop, open_shop
from tests.support.ways import (
    ELSEWHERE,
    FAR,
    LAKE,
    NEAR,
    NEARBY,
    put_delivery,
    put_order_types,
    put_slots,
    put_tables,
)

ALL = ("take_away", "dine_in", "delivery")
HOW = "Take-away, dine-in or delivery?"
WHERE = "Where shall we bring it? Please send your address or your location."
ORDER = """
select order_type_name, o.table_no, o.zone_id, c.address, c.latitude > 0, c.phone
from cold.orders o join cold.order_type_table using (order_type_id)
left join cold.order_contact c using (tenant_id, order_id) order by o.created_at desc limit 1
"""


@pytest.fixture
def ways(shop: Shop, db: psycopg.Connection) -> Shop:
    """A shop that offers every way and takes none for granted."""
    put_delivery(db, NEAR, FAR, LAKE)
    put_order_types(db, *ALL)
    put_tables(db, ["1", "2", "10", "11"])
    return shop


@asynccontextmanager
async def telegram_of(shop: Shop) -> AsyncIterator[tuple[FakeTelegram, Person]]:
    """Somebody with Telegram in hand, before the shop's bot."""
    async with bot_of(shop) as (telegram, bot):
        yield telegram, telegram.person(bot, "Asha")


@pytest.fixture
async def asha(ways: Shop) -> AsyncIterator[Person]:
    """Somebody with Telegram in hand."""
    async with telegram_of(ways) as (_, person):
        yield person


async def test_delivery_in_words(ways: Shop, db: psycopg.Connection) -> None:
    person = ways.person()
    await person.says("2 idly")
    assert (await person.says("checkout")).text == HOW
    assert (await person.says("delivery")).text == WHERE
    reply = await person.says("12 Lake Road, 560034")
    assert reply.text.startswith("To: 12 Lake Road, 560034.")
    assert "Delivery — ₹30" in reply.text
    assert "Your delivery order comes to ₹110. How would you like to pay?" in reply.text
    reply = await person.says("cash")
    assert "Order placed successfully!" in reply.text
    assert db.execute(ORDER).fetchone() == (
        *("delivery", None, "lake", "12 Lake Road, 560034", None, None),
    )

    await person.says("2 idly")
    reply = await person.says("checkout please")
    assert "To: 12 Lake Road, 560034." in reply.text
    await person.presses("Another address")
    assert person.reply.text == WHERE
    reply = await person.says("99 Hill Street, Mysuru")
    assert reply.text.startswith("I can't tell from that address whether we deliver there.")
    assert "We deliver to: Near, Far, Lake." in reply.text
    reply = await person.presses("Take-away instead")
    assert "Your take-away order comes to ₹80." in reply.text


async def test_next_time_the_address_is_offered(ways: Shop, db: psycopg.Connection) -> None:
    person = ways.person("asha")
    await person.says("2 idly, deliver to 12 Lake Road, 560034")
    await person.says("checkout")
    await person.says("cash")
    db.execute("update cold.sessions set closed_at = now()")

    await person.says("2 idly")
    reply = await person.says("checkout")
    assert reply.text == "Deliver to 12 Lake Road, 560034?"
    reply = await person.says("yes")
    assert "Your delivery order comes to ₹110." in reply.text
    await person.presses("Change how I get it")
    assert person.reply.text == HOW
    await person.presses("Take-away")
    await person.says("cash")
    db.execute("update cold.sessions set closed_at = now()")

    await person.says("2 idly")
    await person.says("home delivery please")
    reply = await person.says("no")
    assert reply.text == WHERE
    reply = await person.says("8 Lake View Layout")
    assert "To: 8 Lake View Layout." in reply.text


async def test_a_table_in_words(ways: Shop, db: psycopg.Connection) -> None:
    person = ways.person()
    await person.says("2 idly")
    await person.says("checkout")
    reply = await person.says("for here")
    assert reply.text == "Which table are you at? Please tell me its number."
    # It is the table's number, not the third of the buttons.
    reply = await person.says("3")
    assert reply.text == "There is no table 3 here. Please look at its number again."
    reply = await person.says("table 10")
    assert reply.text.startswith("Table 10.")
    reply = await person.says("cash")
    assert "Table 10." in reply.text
    assert db.execute(ORDER).fetchone() == ("dine_in", "10", None, None, None, None)


async def test_a_dish_is_no_address(ways: Shop) -> None:
    person = ways.person()
    await person.says("2 idly")
    await person.says("checkout")
    await person.says("delivery")
    await person.says("add 1 masala dosa")
    assert [name for _, name, _ in person.cart] == ["Idly", "Masala Dosa"]


async def test_the_demo_shop_takes_its_usual_type_and_can_be_told_another(shop: Shop) -> None:
    person = shop.person()
    await person.says("2 idly")
    reply = await person.says("checkout please")
    assert reply.text == "Your take-away order comes to ₹80. How would you like to pay?"
    await person.presses("Change how I get it")
    reply = await person.presses("Dine-in")
    assert reply.text == "Your dine-in order comes to ₹80. How would you like to pay?"


async def test_delivery_by_buttons_with_location_and_contact(
    asha: Person, db: psycopg.Connection
) -> None:
    await asha.says("/menu")
    await asha.presses("Idly & Vada")
    await asha.presses("Idly")
    await asha.presses("Add")
    await asha.presses("Checkout")
    await asha.presses("Delivery")
    assert asha.asked == ("location", "contact")
    seen = await asha.shares_phone("+91 98450-12345")
    assert seen.text.startswith("Thank you! We'll call +919845012345 if there is a question.")
    assert WHERE in seen.text
    assert asha.asked == ("location", "contact")
    seen = await asha.shares_location(*ELSEWHERE)
    assert "Sorry, we don't deliver there. We deliver to: Near, Far, Lake." in seen.text
    assert db.execute("select count(*) from warm.checkouts").fetchone() == (0,)
    await asha.presses("Another address")
    seen = await asha.shares_location(*NEARBY)
    assert not asha.asked
    assert "To the location you shared." in seen.text
    assert "Delivery — ₹20" in seen.text
    await asha.presses("Cash")
    assert db.execute(ORDER).fetchone() == ("delivery", None, "near", None, True, "+919845012345")


async def test_somebody_elses_number_is_not_taken(asha: Person, db: psycopg.Connection) -> None:
    await asha.says("2 idly")
    await asha.says("home delivery please")
    seen = await asha.shares_phone("+91 98450-12345", user_id=7)
    assert seen.text.startswith("Please share your own number")
    assert db.execute("select phone from cold.customer_contact").fetchone() is None


async def test_the_keyboard_is_put_away_whatever_is_said(asha: Person) -> None:
    await asha.says("2 idly")
    await asha.says("home delivery please")
    assert asha.asked
    await asha.says("take away")
    assert not asha.asked
    assert "Your take-away order" in asha.sees().text


async def test_a_keyboard_of_an_earlier_process_is_put_away(ways: Shop) -> None:
    async with telegram_of(ways) as (telegram, asha):
        await asha.says("2 idly")
        await asha.says("home delivery please")
        before = asha.bot
        tenant = ways.rooms.tenants["demo"]
        config = BotConfig(tenant.slug, tenant.tenant_id, "222:BBB-token", SECRET)
        again = telegram.bot(config.token)
        again.chats = before.chats
        take = partial(take_turn, rooms=ways.rooms)
        async with polling(telegram, take, Pauses(), config):
            asha.bot = again
            await asha.shares_location(*NEARBY)
            assert not asha.asked
            asha.bot = before


async def test_a_table_by_buttons(asha: Person, db: psycopg.Connection) -> None:
    await asha.says("2 idly")
    await asha.presses("Checkout")
    await asha.presses("Dine-in")
    await asha.presses("11")
    assert asha.sees().text.startswith("Table 11.")
    await asha.presses("Another table")
    await asha.presses("2")
    await asha.presses("Cash")
    assert db.execute(ORDER).fetchone() == ("dine_in", "2", None, None, None, None)


async def test_the_code_on_a_table_opens_the_bot(asha: Person, db: psycopg.Connection) -> None:
    seen = await asha.says("/start table-10")
    assert seen.text == "All right: dine-in. Table 10. What would you like?"
    await asha.says("2 idly")
    seen = await asha.says("checkout")
    assert seen.text.startswith("Table 10.")
    assert "Your dine-in order comes to ₹80." in seen.text
    await asha.presses("Cash")
    assert db.execute(ORDER).fetchone() == ("dine_in", "10", None, None, None, None)


async def test_the_code_of_a_table_there_is_not(asha: Person) -> None:
    seen = await asha.says("/start table-99")
    assert seen.text.startswith("There is no table 99 here.")
    assert {"1", "2", "10", "11"} <= set(seen.labels)
    assert "Table 10." in (await asha.says("10")).text
    assert (await asha.says("/table 99")).text.startswith("There is no table 99 here.")
    assert "Table 2." in (await asha.presses("2")).text


async def test_the_address_is_in_no_button_and_no_table_but_its_own(
    asha: Person, db: psycopg.Connection
) -> None:
    await asha.says("2 idly")
    await asha.says("home delivery please")
    await asha.says("12 Lake Road, 560034")
    await asha.presses("Cash")
    found = {
        table for table, rows in everything(db).items() if any("Lake Road" in row for row in rows)
    }
    assert found == {"cold.customer_contact", "cold.order_contact"}


async def test_a_full_slot_offers_the_next(dsn: str, db: psycopg.Connection) -> None:
    noon = datetime(2026, 1, 18, 6, 35, tzinfo=UTC)
    name = sql.Identifier(db.info.dbname)
    at = sql.Literal(noon.isoformat())
    db.execute(sql.SQL("alter database {} set app.fake_now = {}").format(name, at))
    put_slots(db, 30, 1)
    postgres = await Postgres.connect(dsn, trust_unsafe=True)
    shop = await open_shop(postgres, lambda: noon)
    first, second = shop.person(), shop.person()
    for person in (first, second):
        await person.says("2 idly for today at 7:40 pm")
        await person.says("checkout")
    assert first.reply.text.startswith("Your take-away order for today 7:40 pm comes to ₹80.")
    assert second.reply.text == "We can take no more orders for that time. These are free:"
    await second.presses("today 8:00 pm")
    await second.says("checkout")
    await second.says("cash")
    assert "For today 8:00 pm." in second.reply.text
    await postgres.close()


async def test_a_delivery_is_told_where_it_goes_until_that_is_erased(
    asha: Person, db: psycopg.Connection
) -> None:
    to = "To: 12 Lake Road, 560034."
    seen = await asha.says("2 idly, deliver to 12 Lake Road, 560034")
    assert seen.text.splitlines()[:2] == ["Added 2x Idly.", to]
    assert "What would you like?" not in seen.text
    assert seen.text.endswith("How would you like to pay?")
    placed = await asha.presses("Cash")
    assert to in placed.text.splitlines()
    assert to in (await asha.says("my orders")).text.splitlines()
    db.execute("delete from cold.customer_contact")
    db.execute("delete from cold.order_contact")
    assert "Lake Road" not in (await asha.says("my orders")).text


async def test_a_dish_to_be_asked_about_is_asked_about_behind_the_address(asha: Person) -> None:
    seen = await asha.says("2 dosa, deliver to 12 Lake Road, 560034")
    told, question = seen.text.splitlines()[:2]
    assert told.startswith("All right: delivery. To: 12 Lake Road, 560034.")
    assert question.startswith("Which dosa would you like?")
    await asha.presses("Masala Dosa")
    assert (await asha.says("checkout")).text.startswith("To: 12 Lake Road, 560034.")


async def test_too_little_for_a_delivery_can_be_had_another_way(
    asha: Person, db: psycopg.Connection
) -> None:
    db.execute("update cold.delivery_zone set minimum_order = 500")
    seen = await asha.says("2 idly, deliver to 12 Lake Road, 560034")
    assert "please add ₹420 more" in seen.text
    await asha.presses("Change how I get it")
    assert (await asha.presses("Take-away")).text.startswith("Your take-away order comes to ₹80.")
