"""An evening at the tables: guests and waiters, from sitting down to paying."""

import psycopg
import pytest

from tests.support.shop import Person, Shop
from tests.support.staff import grant
from tests.support.ways import put_order_types, put_tables
from tools.kit.call import Call


@pytest.fixture
def house(shop: Shop, db: psycopg.Connection) -> Shop:
    """A shop where one eats in."""
    put_order_types(db, "dine_in", usual="dine_in")
    put_tables(db, ("4", "5", "7"))
    grant(db, "wanda", "waiter")
    return shop


async def sit(guest: Person, table: str) -> None:
    """Scan the code on a table."""
    await guest.calls(Call("choose_table", {"table": table}))


async def order(guest: Person, words: str) -> str:
    """Order something on the table's bill, by buttons."""
    await guest.says(words)
    await guest.says("checkout")
    await guest.presses("On the table's bill")
    return guest.reply.text


async def test_an_evening(house: Shop, db: psycopg.Connection) -> None:
    wanda, asha, ravi = house.member("wanda"), house.person("asha"), house.person("ravi")
    assert "Added 1x Filter Coffee to table 4." in (await wanda.says("table 4: a coffee")).text
    await sit(asha, "4")
    assert "It is on your table's bill." in await order(asha, "2 idly")
    await sit(ravi, "4")
    assert ravi.button("Our table").call == Call("view_tab")
    await order(ravi, "1 masala dosa")

    # The running total, and who asked for what, for those at the table and for staff.
    shown = (await ravi.calls(Call("view_tab"))).text
    assert shown == (await wanda.says("what does table 4 have")).text
    assert shown.splitlines() == [
        "Table 4",
        "1x Filter Coffee (₹30)",
        "Guest: 2x Idly (₹80)",
        "Guest 2: 1x Masala Dosa (₹80)",
        "Total: ₹190.",
    ]

    assert "Took 1x Idly off table 4." in (await wanda.says("table 4 remove one idly")).text
    assert "Table 4 is at table 7 now." in (await wanda.says("move table 4 to 7")).text
    assert "Table 4 has nothing open." in (await wanda.says("what does table 4 have")).text
    await wanda.says("table 5 needs 2 idly")
    taken = await wanda.says("move table 5 to 7")
    assert "Table 7 has a tab of its own, so I moved nothing." in taken.text
    await wanda.presses("one tab for both")
    assert "Table 5 is on the bill of table 7 now." in wanda.reply.text
    assert "Total: ₹230." in wanda.reply.text

    # The bill, asked for by a guest, split by a waiter.
    bill = (await asha.calls(Call("ask_for_bill"))).text
    assert "We'll be with you at table 7 in a moment." in bill
    split = (await wanda.says("split table 7 in 3")).text
    assert "Bill 2 (1/3): ₹76.67" in split
    assert "Bill 4 (3/3): ₹76.66" in split
    await wanda.presses("1/3: ₹76.67")
    await wanda.presses("Card ₹76.67")
    assert "Table 7 has paid ₹76.67; ₹153.33 is left." in wanda.reply.text

    # What is ordered in between is not forgotten.
    await wanda.says("bill for table 7")
    old = wanda.button("2/3: ₹76.67")
    await order(asha, "1 filter coffee")
    await wanda.calls(old.call)
    assert "₹183.33 is left" in wanda.reply.text

    await wanda.says("table 7 pays 100 by upi")
    await wanda.presses("UPI ₹100")
    assert "₹83.33 is left" in wanda.reply.text
    await wanda.says("table 7 paid cash")
    await wanda.presses("Cash ₹83.33")
    assert "Table 7 has paid ₹83.33, and that is all." in wanda.reply.text
    await wanda.presses("Close table 7")
    assert wanda.reply.text == "Table 7 is closed."

    paid = "select sum(amount) from cold.payments where status = 'paid'"
    assert str(db.execute(paid).fetchone()) == "(Decimal('260.00'),)"
    assert "You sit at no table" in (await ravi.calls(Call("view_tab"))).text
    assert (await wanda.says("which tables are open")).text == "No table has anything open."


async def test_what_was_done_is_undone_in_words(house: Shop) -> None:
    wanda = house.member("wanda")
    for said, told in (
        ("table 4 needs 2 idly", "Undone. 2x Idly is off table 4."),
        ("table 4 remove one idly", "Undone. Table 4 has 2x Idly again."),
        ("move table 4 to 7", "Undone. It is at table 4 again."),
        (
            "join table 4 and 5",
            "Undone. Table 5 has a bill of its own again. Table 4 has a bill of its own again.",
        ),
        ("split table 4 in 2", "Undone. The bills of table 4 are as they were."),
    ):
        await wanda.says(said)
        await wanda.says("undo")
        assert wanda.reply.text == told
        await wanda.says(
            "table 4 needs 2 idly" if "Idly is off" in told else "which tables are open"
        )
        if said.startswith("move"):
            await wanda.says("table 5 needs a coffee")
    await wanda.says("table 4 paid cash")
    await wanda.presses("Cash ₹80")
    await wanda.says("undo")
    assert wanda.reply.text == "Undone. ₹80 of table 4 is still to be paid."


async def test_money_is_booked_by_a_button_only(house: Shop, db: psycopg.Connection) -> None:
    wanda = house.member("wanda")
    await wanda.says("table 4 needs 2 idly")
    await wanda.says("table 4 paid cash")
    paid = "select count(*) from cold.payments where status = 'paid'"
    assert db.execute(paid).fetchone() == (0,)
    book = wanda.button("Cash ₹80")
    await wanda.calls(book.call)
    await wanda.calls(book.call)
    assert db.execute(paid).fetchone() == (1,)
    assert "Nothing is left to pay" in wanda.reply.text


async def test_a_stale_bill_is_refused_with_the_difference(
    house: Shop, db: psycopg.Connection
) -> None:
    wanda, asha = house.member("wanda"), house.person("asha")
    await wanda.says("table 4 needs 2 idly")
    await wanda.says("bill for table 4")
    book = wanda.button("Cash ₹80")
    await sit(asha, "4")
    await order(asha, "1 masala dosa")
    await wanda.calls(book.call)
    assert wanda.reply.text == (
        "Table 4 has changed: ₹160 is left to pay now, and not ₹80. Nothing was booked."
    )
    await wanda.presses("The bill as it is now")
    await wanda.presses("Cash ₹160")
    assert "that is all" in wanda.reply.text


async def test_a_split_is_asked_about(house: Shop) -> None:
    wanda = house.member("wanda")
    await wanda.says("table 4 needs 3 idly and a coffee")
    await wanda.says("split table 4")
    assert wanda.reply.text == "How shall I split table 4?"
    await wanda.presses("By dish")
    assert "Bill 1 (3x Idly): ₹120" in wanda.reply.text
    await wanda.presses("Split in 4")
    assert "Bill 3 (1/4): ₹37.50" in wanda.reply.text
