"""An allergy from the first word to the ticket: in words, and over Telegram."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from tests.fakes.telegram_person import Person
from tests.support.chats import bot_of
from tests.support.shop import Shop
from tools.kit.result import MenuCard

TICKET = "\N{WARNING SIGN} ALLERGY: peanut\nAccepted for Lemon Rice: peanut."


@pytest.fixture
async def asha(shop: Shop) -> AsyncIterator[Person]:
    """Somebody with Telegram in hand, before the demo shop's bot."""
    async with bot_of(shop) as (telegram, bot):
        yield telegram.person(bot, "Asha")


async def test_from_the_allergy_to_the_ticket(shop: Shop, db: psycopg.Connection) -> None:
    person = shop.person()
    reply = await person.says("I'm allergic to peanuts")
    assert reply.text.startswith("Noted: no peanut.")

    reply = await person.says("what rice do you have")
    assert reply.text.startswith("Showing only what fits: no peanut (3 left out).")
    assert isinstance(reply.card, MenuCard)
    assert not {"Lemon Rice", "Tamarind Rice"} & {row.name for row in reply.card.rows}

    reply = await person.says("add a lemon rice")
    assert "Lemon Rice contains peanut" in reply.text
    assert person.cart == []
    await person.presses("Add it anyway")
    assert person.cart == [(1, "Lemon Rice", "85.00")]

    await person.says("checkout")
    reply = await person.presses("Cash")
    assert reply.text.endswith(TICKET)
    assert db.execute("select dietary -> 'allergens' from cold.orders").fetchone() == (["peanut"],)
    assert db.execute("select accepted from cold.order_item").fetchone() == (["allergen:peanut"],)
    assert TICKET in (await person.says("where is my order")).text


async def test_what_was_accepted_once_is_asked_again_on_reorder(shop: Shop) -> None:
    person = shop.person()
    await person.says("allergic to peanuts, 2 idly and a lemon rice")
    await person.presses("Add it anyway")
    await person.says("checkout")
    await person.presses("Cash")

    reply = await person.says("same as last time")
    assert reply.text.startswith("Added from order #1: 2x Idly. Left out: Lemon Rice contains")
    assert person.cart == [(2, "Idly", "80.00")]
    await person.presses("Add Lemon Rice anyway")
    assert (1, "Lemon Rice", "85.00") in person.cart


async def test_a_rule_said_late_holds_for_what_is_in_the_cart_already(shop: Shop) -> None:
    person = shop.person()
    await person.says("2 idly and a lemon rice")
    reply = await person.says("no nuts please, allergy")
    assert "no tree nut; no peanut" in reply.text
    assert "Lemon Rice contains peanut" in reply.text

    blocked = await person.says("checkout")
    assert "Lemon Rice contains peanut" in blocked.text
    assert blocked.view is not None
    assert blocked.view.checkout is None
    reply = await person.presses("Keep Lemon Rice anyway")
    assert "your order will say that you accepted it (peanut)" in reply.text
    reply = await person.presses("Checkout")
    assert "comes to ₹165" in reply.text


async def test_only_a_customer_who_agrees_is_remembered(shop: Shop, db: psycopg.Connection) -> None:
    silent, agreeing = shop.person(), shop.person()
    for person in (silent, agreeing):
        await person.says("we are Jain")
    await agreeing.presses("Remember")
    assert db.execute("select count(*) from cold.customer_dietary").fetchone() == (1,)
    await agreeing.says("forget my allergies")
    assert db.execute("select count(*) from cold.customer_dietary").fetchone() == (0,)
    assert agreeing.reply.view is not None
    assert not agreeing.reply.view.dietary


async def test_a_rule_said_after_the_order_is_what_the_order_is_judged_by(shop: Shop) -> None:
    person = shop.person()
    reply = await person.says("a lemon rice, I'm allergic to peanuts")
    assert person.cart == []
    assert "Lemon Rice contains peanut" in reply.text


async def test_an_allergy_over_telegram(asha: Person, db: psycopg.Connection) -> None:
    seen = await asha.says("2 lemon rice, I'm allergic to peanuts")
    assert "Noted: no peanut." in seen.text
    assert "Lemon Rice contains peanut" in seen.text
    await asha.presses("Add it anyway")
    await asha.says("/diet")
    await asha.says("/cart")
    assert "ALLERGY: peanut" in asha.sees().text
    await asha.presses("Checkout")
    seen = await asha.presses("Cash")
    assert "ALLERGY: peanut" in seen.text
    assert "Accepted for Lemon Rice: peanut." in seen.text
    await asha.says("we are jain")
    await asha.presses("Remember for next time")
    assert db.execute("select count(*) from cold.customer_dietary").fetchone() == (1,)
    await asha.says("/again")
    assert "Lemon Rice contains peanut" in asha.sees().text
    await asha.presses("Add Lemon Rice anyway")
    await asha.says("/cart")
    assert "2× Lemon Rice" in asha.sees().text or "2x Lemon Rice" in asha.sees().text
