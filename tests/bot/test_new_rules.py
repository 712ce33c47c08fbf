"""A shop's file is imported while the shop is open: the next message is answered by it."""

import asyncio
from pathlib import Path

import pytest

from tests.support.shop import Person, Shop
from tests.support.shop_files import Document, put_file

RULES: Document = {
    "currency": "INR",
    "fees": [{"id": "bag", "name": "Bag", "flat": 1000}],
    "coupons": [{"code": "SAVE20", "amount": 2000}],
}


@pytest.fixture
async def asha(shop: Shop, dsn: str, tmp_path: Path) -> Person:
    """A customer with a quote of 80 for two idlies, 20 off, and a bag."""
    put_file(dsn, RULES, tmp_path)
    asha = shop.person("asha")
    await asha.says("add 2 idly")
    await asha.says("promo code SAVE20")
    reply = await asha.says("checkout please")
    assert "comes to ₹70" in reply.text
    return asha


async def put(dsn: str, document: Document, folder: Path) -> None:
    """Import as another process does."""
    await asyncio.to_thread(put_file, dsn, document, folder)


async def test_the_next_message_knows(asha: Person, dsn: str, tmp_path: Path) -> None:
    await put(
        dsn,
        {
            **RULES,
            "fees": [],
            "money": {
                "prices_include_tax": False,
                "tax_class": "restaurant",
                "taxes": [
                    {"class": name, "parts": [{"name": "GST", "rate": 5}]}
                    for name in ("restaurant", "packaged")
                ],
            },
            "tables": [{"table_no": "T7"}],
            "payments": {"ways": ["card"]},
        },
        tmp_path,
    )
    reply = await asha.says("checkout please")
    assert "Bag" not in reply.text
    assert "GST 5% — ₹3" in reply.text
    assert "comes to ₹63" in reply.text
    assert "Cash" not in {button.label for row in reply.buttons for button in row}
    await asha.says("dine in")
    asha.button("T7")


@pytest.mark.parametrize(
    ("coupons", "says", "total"),
    [
        ([], 'We have no promo code "SAVE20".', "₹90"),
        ([{"code": "SAVE20", "amount": 500}], "Discount SAVE20 is now -₹5 (was -₹20).", "₹85"),
        ([{"code": "SAVE20", "amount": 2000, "minimum_order": 10000}],
         "SAVE20 counts from ₹100: ₹20 more to go.", "₹90"),
    ],
)  # fmt: skip
async def test_a_code_cut_while_it_is_in_a_quote_is_told_before_it_is_charged(
    asha: Person, dsn: str, tmp_path: Path, coupons: list[Document], says: str, total: str
) -> None:
    await put(dsn, {"currency": "INR", "coupons": [*coupons]}, tmp_path)
    reply = await asha.presses("Cash")
    assert says in reply.text
    assert total in reply.text
    assert reply.view
    assert reply.view.order is None
    reply = await asha.presses("Cash")
    assert reply.view
    assert reply.view.order
    assert f"₹{reply.view.order.total:f}".removesuffix(".00") == total


async def test_a_way_that_is_no_longer_offered_is_refused(
    asha: Person, dsn: str, tmp_path: Path
) -> None:
    await put(dsn, {"currency": "INR", "order_types": [{"order_type": "dine_in"}]}, tmp_path)
    reply = await asha.presses("Cash")
    assert reply.view
    assert reply.view.order is None
    assert "We don't take this kind of order." in reply.text
