"""A shop run in plain sentences, and what a customer finds of it."""

import json
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from bot.pg import Postgres
from tests.conftest import VERSIONS, component_missing
from tests.conversations.test_console import hotcart
from tests.support.calls import Counting
from tests.support.conversation import read_conversation
from tests.support.records import everything
from tests.support.servers import binaries
from tests.support.shop import Person, Shop, open_shop
from tests.support.staff import availability_of, grant, revoke, stock_of
from tools.kit.call import Call


async def say(person: Person, *texts: str) -> list[str]:
    """What is answered to these messages."""
    return [(await person.says(text)).text for text in texts]


async def test_an_owners_evening(shop: Shop, db: psycopg.Connection) -> None:
    grant(db, "asha", "owner")
    asha = shop.member("asha")
    for exchange in read_conversation("staff"):
        reply = await asha.says(exchange.customer)
        for piece in exchange.bot:
            assert piece in reply.text, (exchange.customer, reply.text)
    assert (stock_of(db, "idly"), stock_of(db, "medu_vada")) == (40, 0)

    bought = await say(shop.person(), "1 medu vada", "1 masala dosa", "1 plain dosa")
    assert "Medu Vada is sold out" in bought[0]
    assert "Masala Dosa is sold out" in bought[1]
    assert "Added 1x Plain Dosa" in bought[2]


async def test_an_order_is_made_and_counted(shop: Shop, db: psycopg.Connection) -> None:
    grant(db, "asha", "owner")
    guest, asha = shop.person("guest"), shop.member("asha")
    await say(guest, "2 idly", "checkout", "cash")
    replies = await say(asha, "order 1 is ready", "order 1 is ready", "sales today")
    assert replies[0] == "Order #1 is ready: 2x Idly."
    assert replies[1] == "Order #1 was ready already: 2x Idly."
    assert replies[2].startswith("Today so far: ₹80 from 1 order, ₹80 on average;")
    assert "Order #1: ready" in (await guest.says("where is my order")).text


async def test_undo_is_offered_for_what_was_changed(shop: Shop, db: psycopg.Connection) -> None:
    grant(db, "asha", "owner")
    asha = shop.member("asha")
    for text, back in (
        ("set idly stock to 20", True),
        ("set idly stock to 20", False),
        ("idly is back", False),
        ("86 idly", True),
        ("86 idly", False),
        ("idly is back", True),
    ):
        reply = await asha.says(text)
        labels = [button.label for row in reply.buttons for button in row]
        assert ("Undo" in labels) == back, (text, reply.text)
    assert (await asha.says("undo")).text == "Undone. Idly is marked sold out again."


async def test_when_a_dish_is_not_to_be_had(shop: Shop, db: psycopg.Connection) -> None:
    grant(db, "asha", "owner")
    asha = shop.member("asha")
    for text in ("86 idly tomorrow", "86 idly from 6 pm", "no idly at dinner"):
        assert "I did nothing yet" in (await asha.says(text)).text, text
        assert availability_of(db, "idly") == (True, None)
    await asha.presses("Now, until I say so")
    assert availability_of(db, "idly") == (False, None)
    assert (await say(asha, "idly is back at 6"))[0].startswith("Idly is sold out until ")
    assert availability_of(db, "idly")[1] is not None
    assert stock_of(db, "idly") is None
    await say(asha, "idly is back", "idly over there")
    assert availability_of(db, "idly") == (True, None)


async def test_a_waiter_serves_and_no_more(shop: Shop, db: psycopg.Connection) -> None:
    grant(db, "ravi", "waiter")
    ravi = shop.member("ravi")
    replies = await say(
        ravi, "table 9: 2 idly", "what's my revenue today?", "update idly stock to 0", "86 idly"
    )
    assert replies[0].startswith("Added 2x Idly to table 9.")
    assert replies[1].startswith("That is not for waiter; it is for owner, manager.")
    assert all("is not for waiter" in reply for reply in replies[1:])
    assert stock_of(db, "idly") is None
    assert ravi.reply.buttons == ()


async def test_a_question_is_answered_by_its_button(shop: Shop, db: psycopg.Connection) -> None:
    grant(db, "asha", "owner")
    asha = shop.member("asha")
    await asha.says("table 4 needs a dosa and 2 idly")
    assert "Which dosa would you like?" in asha.reply.text
    await asha.presses("Plain Dosa")
    assert "It has 1x Plain Dosa (₹60), 2x Idly (₹80). Total: ₹140." in asha.reply.text
    await asha.presses("Undo")
    assert "is off table 4" in asha.reply.text
    await asha.says("86 idly and dosa till tomorrow")
    await asha.presses("Plain Dosa")
    assert "Idly is sold out until tomorrow" in asha.reply.text
    assert "Plain Dosa is sold out until tomorrow" in asha.reply.text


async def test_a_shop_without_a_menu_has_its_examples_too(
    shop: Shop, db: psycopg.Connection
) -> None:
    grant(db, "asha", "owner")
    db.execute("update cold.menu_item set is_removed = true")
    for reply in await say(shop.member("asha"), "help", "blah"):
        assert '"86 coffee till 6"' in reply


async def test_staff_hear_what_the_shop_speaks_who_tell_nothing_else(
    shop: Shop, db: psycopg.Connection
) -> None:
    grant(db, "asha", "owner")
    tenant = replace(shop.rooms.tenants["demo"], language="ta", languages=("hi",))
    rooms = replace(shop.rooms, tenants={"demo": tenant})
    asha = Shop(rooms, shop.names).member("asha")
    asha.language = None
    for reply in await say(asha, "table 4 needs a dosa", "sales today"):
        assert any("\u0b80" <= letter <= "\u0bff" for letter in reply), reply


async def test_who_is_no_longer_granted_gets_no_further(shop: Shop, db: psycopg.Connection) -> None:
    grant(db, "asha", "owner")
    asha = shop.member("asha")
    await asha.says("set idly stock to 5")
    revoke(db, "asha")
    for text in ("set idly stock to 9", "undo", "sales today", "table 4 needs a coffee"):
        assert "You are not on the staff of this shop" in (await asha.says(text)).text
    assert stock_of(db, "idly") == 5


@pytest.mark.parametrize(
    "call",
    [
        Call("update_stock", {"item": "idly", "pieces": 0, "how": "set"}),
        Call("mark_unavailable", {"items": ["idly"]}),
        Call("add_to_table", {"table": "4", "lines": [{"item": "idly"}]}),
        Call("ask_shop"),
        Call("undo"),
    ],
)
async def test_a_forged_button_of_a_customer_does_nothing(
    shop: Shop, db: psycopg.Connection, call: Call
) -> None:
    # Even of one who is on the staff: the channel says in which role he speaks here.
    grant(db, "asha", "owner")
    asha = shop.person("asha")
    await asha.says("hi")
    before = everything(db)
    await asha.calls(call)
    assert asha.reply.text.startswith("I can't do that here.")
    after = everything(db)
    for table in ("cold.menu_item", "cold.menu_item_stock", "cold.staff_event", "cold.sessions"):
        assert after[table] == before[table]


async def test_a_turn_of_staff_is_one_statement(postgres: Postgres, db: psycopg.Connection) -> None:
    grant(db, "asha", "owner")
    counting = Counting(postgres)
    asha = (await open_shop(counting)).member("asha")
    for text, function in (
        ("set idly stock to 5", "update_stock"),
        ("86 idly till 6", "mark_unavailable"),
        ("table 4: 2 plain dosa", "add_to_table"),
        ("undo", "undo"),
        ("sales today", "ask_shop"),
        ("stock", "check_stock"),
        ("what's the weather", "record_turn"),
    ):
        counting.called.clear()
        await asha.says(text)
        assert [one for one in counting.called if one != "load_menu"] == [function]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: f"pg{version}")
def test_in_the_terminal(version: int, folder: Path, request: pytest.FixtureRequest) -> None:
    programs = binaries(version)
    if programs is None:
        component_missing(request.config, f"PostgreSQL {version} is not installed")
        return
    home = folder / "home"
    script = folder / "staff.txt"
    script.write_text("table 4 needs 2 idly\n86 plain dosa\nundo\n", encoding="utf-8")
    chat = ("chat", "--staff", "--as", "ravi", "--script", str(script), "--json")

    refused = hotcart(*chat, home=home, pg_bin=programs)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.splitlines()[-1] == (
        "hotcart: 'ravi' is not on the staff of demo; grant it with"
        " `hotcart staff add console ravi ROLE --tenant demo`"
    )
    granted = hotcart("staff", "add", "console", "ravi", "counter", home=home, pg_bin=programs)
    assert granted.stdout == "ravi on console is counter of demo now.\n"
    ran = hotcart(*chat, home=home, pg_bin=programs)
    assert ran.returncode == 0, ran.stderr
    turns = [json.loads(row) for row in ran.stdout.splitlines()]
    assert [turn["calls"][0]["tool"] for turn in turns] == [
        "add_to_table",
        "mark_unavailable",
        "undo",
    ]
    assert turns[2]["reply"] == "Undone. Plain Dosa is on sale again."
