"""Bad input: one helpful sentence each, and nothing changed."""

import psycopg
import pytest

from tests.support.shop import Shop
from tools.kit.call import Call, Json

TABLES = (
    "hot.session_cart",
    "hot.session_checkout",
    "warm.session_events",
    "warm.checkouts",
    "cold.orders",
    "cold.order_item",
    "cold.payments",
    "cold.outbox",
)


def dump(db: psycopg.Connection) -> dict[str, list[str]]:
    """Every row of every table a customer's message can change; the demand ledger aside."""
    return {
        table: [
            str(row[0])
            for row in db.execute(f"select t::text from {table} t order by 1").fetchall()
            if "demand_unmet" not in str(row[0])
        ]
        for table in TABLES
    }


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("", "help"),
        ("   \u200b\u2060  ", "help"),
        ("x" * 65_000, ""),
        ("add 0 idly", "1 to 99"),
        ("add -3 idly", "1 to 99"),
        ("add 1000000000 idly", "1 to 99"),
        ("add 1e9 idly", ""),
        ("add NaN idly", "1 to 99"),
        ("add 2 pizza", "pizza"),
        ("remove the pizza", ""),
        ("make it 5000", "1 to 99"),
        ("pay by bitcoin", ""),
        (f"what is the status of order {10**30}", ""),
        ("what's the weather like", ""),
        ("'; drop table cold.orders; --", ""),
        ("\x00\ud83d", "help"),
    ],
)
async def test_a_bad_message_is_answered_and_changes_nothing(
    shop: Shop, db: psycopg.Connection, text: str, piece: str
) -> None:
    person = shop.person()
    await person.says("add 2 idly")
    before = dump(db)
    reply = await person.says(text)
    assert reply.text.strip()
    assert piece in reply.text
    assert len(reply.text) < 600
    assert person.cart == [(2, "Idly", "80.00")]
    assert dump(db) == before


@pytest.mark.parametrize("quantity", [0, -3, 100, 10**9, 2.5, True, "2", "NaN", None, [1]])
async def test_a_model_cannot_order_a_quantity_that_is_none(
    shop: Shop, db: psycopg.Connection, quantity: Json
) -> None:
    person = shop.person()
    await person.says("add 2 idly")
    before = dump(db)
    reply = await person.calls(
        Call("add_to_cart", {"lines": [{"item": "idly", "quantity": quantity}]})
    )
    assert reply.text == "A quantity is a whole number from 1 to 99. How many would you like?"
    assert dump(db) == before


@pytest.mark.parametrize(
    "call",
    [
        Call("grant_everything", {}),
        Call("add_to_cart", {"lines": [{"item": "idly", "price": 0}]}),
        Call("add_to_cart", {"lines": "idly"}),
        Call("view_cart", {"session_id": "sess_of_somebody_else"}),
        Call("choose_payment", {"method": "cash", "checkout": "not-a-checkout"}),
        Call("choose_payment", {"method": "cash", "checkout": "0" * 32}),
        Call("set_quantity", {"quantity": 3, "line": 77}),
        Call("add_to_cart", {"lines": [{"item": "#99999", "quantity": 1}]}),
        Call("search_menu", {"page": -1}),
        Call("search_menu", {"page": 10**9}),
        Call("search_menu", {"page": 10**30}),
        Call("order_status", {"order_no": 10**30}),
        Call("reorder", {"order_no": 10**30}),
        Call("choose_pickup_time", {"when": "2026-99-99T99"}),
        Call("choose_pickup_time", {"when": "0001-01-01T00:00"}),
    ],
    ids=lambda call: f"{call.tool}-{list(call.args)}",
)
async def test_a_call_nobody_may_make_changes_nothing(
    shop: Shop, db: psycopg.Connection, call: Call
) -> None:
    person = shop.person()
    await person.says("add 2 idly")
    before = dump(db)
    reply = await person.calls(call)
    assert reply.text.strip()
    after = dump(db)
    after["warm.session_events"] = before["warm.session_events"]
    assert after == before


async def test_a_dish_that_is_not_served_now_says_when(shop: Shop, db: psycopg.Connection) -> None:
    db.execute(
        "update cold.meal_period set starts_at = app.now()::time + interval '2 hours', "
        "ends_at = app.now()::time + interval '3 hours'"
    )
    row = db.execute(
        """select name from cold.menu_item i join cold.menu_item_period using (tenant_id, item_id)
           where not exists (
             select from cold.menu_item_option_group g where g.item_id = i.item_id) limit 1"""
    ).fetchone()
    assert row is not None
    reply = await shop.person().says(f"add 1 {row[0]}")
    assert f"{row[0]} is only served " in reply.text
    assert db.execute("select count(*) from hot.session_cart").fetchone() == (0,)
