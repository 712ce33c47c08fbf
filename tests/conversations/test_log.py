"""/log: what the people of a shop did in an hour, as a story somebody can read."""

import re

import psycopg
import pytest

from tests.support.life import put_stock
from tests.support.shop import Person, Shop
from tests.support.staff import grant
from tests.support.ways import put_tables
from tools.kit.call import Call


@pytest.fixture
async def house(shop: Shop, db: psycopg.Connection) -> Shop:
    """A shop with tables, an owner, a cook and a waiter, and an order."""
    put_tables(db, ("4", "5", "7", "40"))
    put_stock(db, "idly", 60)
    for who, role in (("asha", "owner"), ("ravi", "kitchen"), ("wanda", "waiter")):
        grant(db, who, role)
    guest = shop.person("guest")
    for said in ("2 idly", "checkout", "take away"):
        await guest.says(said)
    await guest.presses("Cash")
    return shop


async def log(owner: Person, about: str = "") -> list[str]:
    """What the log says, without the times, oldest first."""
    lines = (await owner.calls(Call("show_log", {"about": about}))).text.splitlines()
    return [re.sub(r"^.*?\d:\d\d\s?([ap]m )?", "", line) for line in reversed(lines)]


async def test_it_reads_as_a_story(house: Shop) -> None:
    asha, ravi, wanda = (house.member(who) for who in ("asha", "ravi", "wanda"))
    for who, said in (
        (ravi, "accept 1 in 20 minutes"),
        (ravi, "86 masala dosa"),
        (ravi, "undo"),
        (ravi, "reject 1 no gas"),
        (ravi, "undo"),
        (ravi, "set idly stock to 40"),
        (ravi, "1 ready"),
        (wanda, "table 4 needs 2 idly and a coffee"),
        (wanda, "table 4 remove one idly"),
        (wanda, "move table 4 to 7"),
        (wanda, "table 40 needs a coffee"),
        (wanda, "split table 7 in 2"),
        (wanda, "1 picked up"),
        (wanda, "1 paid"),
    ):
        await who.says(said)
    await wanda.says("table 40 paid cash")
    await wanda.presses("Cash")
    await wanda.says("undo")
    story = await log(asha)
    assert story == [
        "ravi: accepted order #1",
        "ravi: marked Masala Dosa sold out (taken back)",
        "ravi: took back: marked Masala Dosa sold out",
        "ravi: declined order #1 (no gas) (taken back)",
        "ravi: took back: declined order #1 (no gas)",
        "ravi: stock of Idly: 58 → 40",
        "ravi: had order #1 ready",
        "wanda: ordered 2x Idly, 1x Filter Coffee for table 4",
        "wanda: took 1x Idly off table 4",
        "wanda: moved table 4 to 7",
        "wanda: ordered 1x Filter Coffee for table 40",
        "wanda: split the bill of table 7",
        "wanda: completed order #1",
        "wanda: made the bill of table 40",
        "wanda: took ₹30 for table 40 (cash) (taken back)",
        "wanda: took back: took ₹30 for table 40 (cash)",
    ]
    about = {
        "ravi": [line for line in story if line.startswith("ravi")],
        "#1": [line for line in story if "#1" in line],
        "order 1": [line for line in story if "#1" in line],
        "table 4": [story[place] for place in (7, 8, 9)],
        "idly": [story[place] for place in (5, 7, 8)],
        "vada": ["Nothing is on record about vada."],
    }
    for asked, told in about.items():
        assert await log(asha, asked) == told, asked
