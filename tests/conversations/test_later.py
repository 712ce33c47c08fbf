"""A breakfast dish at eight in the evening: told when, and ordered for then."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import psycopg
import pytest
from psycopg import sql

from bot.pg import Postgres
from tests.support.chats import bot_of
from tests.support.shop import Shop, open_shop

SUNDAY_8_PM = datetime(2026, 1, 18, 14, 30, tzinfo=UTC)
MONDAY_7_AM = datetime(2026, 1, 19, 1, 30, tzinfo=UTC)
MONDAY_8_AM = datetime(2026, 1, 19, 2, 30, tzinfo=UTC)


@pytest.fixture
async def evening(dsn: str, db: psycopg.Connection) -> AsyncIterator[Shop]:
    """The demo shop at eight in the evening of a Sunday, in Kolkata."""
    name = sql.Identifier(db.info.dbname)
    at = sql.Literal(SUNDAY_8_PM.isoformat())
    db.execute(sql.SQL("alter database {} set app.fake_now = {}").format(name, at))
    postgres = await Postgres.connect(dsn, trust_unsafe=True)
    yield await open_shop(postgres, lambda: SUNDAY_8_PM)
    await postgres.close()


async def test_what_is_not_served_now_is_ordered_for_tomorrow(
    evening: Shop, db: psycopg.Connection
) -> None:
    person = evening.person()
    reply = await person.says("add 2 neer dosa")
    assert reply.text == "Neer Dosa is only served 7:00 am-11:30 am. Would you like something else?"
    assert db.execute(
        "select event_data ->> 'item_id', event_data ->> 'reason' from warm.session_events "
        "where event_type = 'demand_unmet'"
    ).fetchall() == [("neer_dosa", "not_served")]

    reply = await person.presses("Order for tomorrow 7:00 am")
    assert reply.text == "Your order is for tomorrow 7:00 am. Add 2x Neer Dosa?"
    await person.says("yes")
    assert person.cart == [(2, "Neer Dosa", "140.00")]
    reply = await person.says("for tomorrow at 8")
    assert reply.text.startswith("Your order is for tomorrow 8:00 am.")
    assert "tomorrow 8:00 pm instead" in [one.label for row in reply.buttons for one in row]

    reply = await person.says("checkout")
    assert reply.text.startswith("Your take-away order for tomorrow 8:00 am comes to ₹140.")
    reply = await person.presses("Cash")
    assert reply.text.endswith("For tomorrow 8:00 am.")
    assert "For tomorrow 8:00 am." in (await person.says("my orders")).text
    assert db.execute("select pickup_at from cold.orders").fetchone() == (MONDAY_8_AM,)


async def test_the_time_may_be_said_with_the_order(evening: Shop) -> None:
    person = evening.person()
    reply = await person.says("2 neer dosa for tomorrow at 8")
    assert "Your order is for tomorrow 8:00 am." in reply.text
    assert person.cart == [(2, "Neer Dosa", "140.00")]


async def test_back_to_now_tells_what_cannot_be_had(evening: Shop) -> None:
    person = evening.person()
    await person.says("2 neer dosa for tomorrow at 8")
    reply = await person.says("as soon as possible")
    assert "Neer Dosa is only served 7:00 am-11:30 am." in reply.text
    blocked = await person.says("checkout")
    assert "Please change your cart" in blocked.text
    await person.presses("Order for 7:00 am-11:30 am")
    reply = await person.says("checkout")
    assert "for tomorrow 7:00 am comes to ₹140" in reply.text


async def test_the_menu_is_judged_for_the_time_ordered_for(evening: Shop) -> None:
    person = evening.person()
    reply = await person.says("for breakfast tomorrow")
    assert reply.view is not None
    assert reply.view.pickup_at == MONDAY_7_AM
    reply = await person.says("show me the menu")
    assert reply.text.startswith("For tomorrow 7:00 am: Here's our breakfast menu!")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("in 20 days", "You can order for up to 7 days ahead."),
        ("today at 7 pm", "That time has passed."),
        ("yesterday", "That time has passed."),
        ("2026-12-31 at 10pm", "You can order for up to 7 days ahead."),
        ("order for later", "When would you like your order?"),
    ],
)
async def test_a_time_that_is_none_changes_nothing(evening: Shop, text: str, sentence: str) -> None:
    person = evening.person()
    await person.says("2 idly")
    reply = await person.says(text)
    assert sentence in reply.text
    assert reply.view is not None
    assert reply.view.pickup_at is None


async def test_a_closed_shop_takes_orders_for_when_it_opens(
    evening: Shop, db: psycopg.Connection
) -> None:
    db.execute(
        "insert into cold.opening_hours (tenant_id, weekday, opens_at, closes_at) "
        "select tenant_id, d, '07:00', '19:30' from cold.tenants, generate_series(1, 7) d"
    )
    person = evening.person()
    reply = await person.says("2 idly")
    assert "closed" in reply.text
    await person.presses("Order for tomorrow 7:00 am")
    assert person.reply.text == "Your order is for tomorrow 7:00 am. Add 2x Idly?"
    await person.presses("Add Idly")
    assert person.cart == [(2, "Idly", "80.00")]


async def test_over_telegram(evening: Shop, db: psycopg.Connection) -> None:
    async with bot_of(evening) as (telegram, bot):
        asha = telegram.person(bot, "Asha")
        await asha.says("2 neer dosa")
        await asha.presses("Order for tomorrow 7:00 am")
        await asha.presses("Add Neer Dosa")
        await asha.says("/later")
        await asha.presses("today 9:00 pm")
        assert "Neer Dosa is only served" in asha.sees().text
        await asha.presses("Order for 7:00 am-11:30 am")
        await asha.presses("Checkout")
        assert "for tomorrow 7:00 am" in asha.sees().text
        await asha.presses("Cash")
        assert "For tomorrow 7:00 am." in asha.sees().text
    assert db.execute("select pickup_at from cold.orders").fetchone() == (MONDAY_7_AM,)
