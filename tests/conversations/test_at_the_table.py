"""Guests at a table in plain words, and the waiter who knows their names."""

import psycopg
import pytest

from tests.support.shop import Person, Shop
from tests.support.staff import grant
from tests.support.ways import put_order_types, put_tables

ORDERED = """
select o.payment_method, i.item_name, i.asked_by from cold.order_item i
join cold.orders o using (tenant_id, order_id) order by o.order_no, i.line_no
"""


@pytest.fixture
def guest(shop: Shop, db: psycopg.Connection) -> Person:
    """Somebody at a shop with tables."""
    put_order_types(db, "take_away", "dine_in", usual="take_away")
    put_tables(db, ("4", "5"))
    return shop.person("guest")


async def test_ordered_on_the_tables_bill_and_the_bill_asked_for(
    guest: Person, shop: Shop, db: psycopg.Connection
) -> None:
    grant(db, "wanda", "waiter")
    wanda = shop.member("wanda")
    await guest.says("table 4")
    await guest.says("2 idly")
    await guest.says("checkout")
    placed = await guest.says("put it on the table's bill")
    assert "Order placed successfully! Order #1" in placed.text
    await wanda.says("filter coffee for Asha at table 4")
    his, hers = db.execute(ORDERED).fetchall()
    assert his[:2] == ("tab", "Idly")
    assert hers == ("tab", "Filter Coffee", "Asha")
    seen = await guest.says("what's on our table")
    assert "Asha: 1x Filter Coffee" in seen.text
    seen = await guest.says("can we get the bill")
    assert "We'll be with you at table 4 in a moment." in seen.text


async def test_who_sits_at_no_table_is_shown_his_cart(guest: Person) -> None:
    await guest.says("2 idly")
    seen = await guest.says("the bill please")
    assert "Idly" in seen.text
    assert "₹80" in seen.text
    await guest.says("checkout")
    seen = await guest.says("put it on the table's bill")
    assert "Order placed" not in seen.text
    assert seen.refused


async def test_after_a_table_there_is_not_nothing_is_taken_away(
    guest: Person, db: psycopg.Connection
) -> None:
    for text in ("2 idly", "checkout"):
        await guest.says(text)
    assert "take-away" in guest.reply.text
    seen = await guest.says("table 44")
    assert "There is no table 44 here." in seen.text
    seen = await guest.says("cash")
    assert "Order placed" not in seen.text
    assert "Which table are you at?" in seen.text
    await guest.says("5")
    await guest.says("cash")
    row = db.execute("select table_no, order_type_id from cold.orders").fetchone()
    assert row is not None
    assert row[0] == "5"
