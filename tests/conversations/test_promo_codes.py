"""A promo code from the first word to the order, typed and pressed."""

import psycopg

from tests.support.charges import Coupon, Fee, Rules
from tests.support.shop import Shop

SHOP = Rules(
    {"food": {"CGST": "2.5", "SGST": "2.5"}},
    "food",
    included=False,
    fees=[Fee("Packaging", "10", tax_class="none")],
    coupons=[Coupon("SAVE20", "20", minimum="100")],
)


async def test_a_code_is_shown_before_it_is_paid(shop: Shop, db: psycopg.Connection) -> None:
    db.execute("update cold.menu_item set tax_class = null")
    SHOP.put(db)
    asha = shop.person()
    await asha.says("add 2 idly")
    assert (await asha.says("I have a coupon")).text.startswith("Which promo code do you have?")
    reply = await asha.says("save20")
    assert reply.text == "SAVE20 counts from ₹100: ₹20 more to go."
    await asha.says("also add 1 masala dosa")
    reply = await asha.says("checkout please")
    lines = reply.text.splitlines()
    assert lines[:6] == [
        "2x Idly — ₹80",
        "1x Masala Dosa — ₹80",
        "Discount SAVE20 — -₹20",
        "Packaging — ₹10",
        "CGST 2.5% — ₹3.50",
        "SGST 2.5% — ₹3.50",
    ]
    assert lines[-1] == "Your take-away order comes to ₹157. How would you like to pay?"
    reply = await asha.presses("Without SAVE20")
    assert "comes to ₹178" in reply.text
    await asha.says("promo code SAVE20")
    reply = await asha.presses("Cash")
    assert reply.view is not None
    assert reply.view.order is not None
    assert str(reply.view.order.total) == "157.00"
    assert db.execute("select redeemed from cold.coupon").fetchone() == (1,)


async def test_an_answer_that_is_no_code_is_what_it_is(shop: Shop, db: psycopg.Connection) -> None:
    SHOP.put(db)
    asha = shop.person()
    await asha.says("add 2 idly")
    await asha.says("I have a coupon")
    assert (await asha.says("checkout")).calls[0].tool == "checkout"
    await asha.says("I have a coupon")
    assert (await asha.says("poori")).calls[0].tool != "apply_coupon"
    await asha.says("I have a coupon")
    assert (await asha.says("1 masala dosa")).calls[0].tool == "add_to_cart"


async def test_too_little_is_said_with_the_way_on(shop: Shop, db: psycopg.Connection) -> None:
    Rules(minimum={"take_away": "100"}).put(db)
    asha = shop.person()
    await asha.says("add 2 idly")
    reply = await asha.says("checkout please")
    assert reply.text == "An order like this starts at ₹100: please add ₹20 more."
    await asha.says("add 1 masala dosa")
    assert "How would you like to pay?" in (await asha.says("checkout please")).text
