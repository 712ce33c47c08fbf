"""Seed 004 through the pipeline itself."""

import psycopg

from tests.conversations.final_state import assert_final_state, cart_total
from tests.support.conversation import read_conversation
from tests.support.shop import Shop


async def test_seed_004(shop: Shop, db: psycopg.Connection) -> None:
    person = shop.person()
    for exchange in read_conversation("seed_004"):
        reply = await person.says(exchange.customer)
        for piece in exchange.bot:
            assert piece in reply.text
        assert cart_total(db) == exchange.total
        order = reply.view.order if reply.view else None
        placed = f"{order.total} {order.order_type} {order.payment_method}" if order else None
        assert placed == exchange.order
    assert_final_state(db)


async def test_every_utterance_of_the_seed_is_one_tool(shop: Shop) -> None:
    person = shop.person()
    tools = []
    for exchange in read_conversation("seed_004"):
        reply = await person.says(exchange.customer)
        tools.append([call.tool for call in reply.calls])
    assert tools == [
        ["search_menu"],
        ["add_to_cart"],
        ["add_to_cart"],
        ["view_cart"],
        ["add_to_cart"],
        ["checkout"],
        ["choose_payment"],
    ]
