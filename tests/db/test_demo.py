"""The demo shop: what `make run` sells, and what the acceptance conversation counts on."""

from collections.abc import Iterator
from functools import partial
from importlib.resources import as_file, files

import pytest
from psycopg import Connection

from bot.pg import Postgres
from db.demo import load_demo
from db.health import examine
from db.migrate import migrate
from db.shop.import_file import check_shop, import_shop
from db.tenants import show_tenant
from tests.support.conversation import read_conversation
from tests.support.records import everything
from tests.support.servers import Server
from tests.support.shop import open_shop
from tests.support.together import at_once, must
from tests.support.turns import Caller, line

NIGHT = "2026-03-02 03:30+05:30"


def test_is_the_tiffin_room(dsn: str) -> None:
    shop = show_tenant(dsn, "demo")
    assert (shop.name, shop.currency, shop.time_zone) == (
        "Hotcart Tiffin Room",
        "INR",
        "Asia/Kolkata",
    )
    assert (shop.order_types, shop.dishes) == (["take_away", "dine_in"], 365)


def test_idly_and_masala_dosa_at_any_hour_without_a_question(asha: Caller) -> None:
    for clock in (NIGHT, "2026-03-02 08:00+05:30", "2026-03-02 17:00+05:30"):
        asha.turn_clock(clock)
        asha.clear_cart()
        view = asha.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
        assert [str(row.unit_price) for row in view.lines] == ["40.00", "80.00"]
        assert str(view.total) == "240.00"


@pytest.fixture
def charging(server: Server) -> Iterator[str]:
    """The demo shop as a new machine has it, with its rules."""
    with server.database("template0") as dsn:
        migrate(dsn)
        assert load_demo(dsn) is True
        yield dsn


def test_charges_as_its_file_says(charging: str) -> None:
    with as_file(files("db.demo") / "shop.json") as file:
        assert not import_shop(charging, "demo", file)
        assert not check_shop(charging, "demo", file).notes
    shop = show_tenant(charging, "demo")
    assert shop.order_types == ["take_away", "dine_in", "delivery"]
    findings = {finding.name: finding for finding in examine(charging, 1000)}
    assert findings["Rules of demo"].good


async def test_the_acceptance_conversation_holds_with_them(charging: str) -> None:
    postgres = await Postgres.connect(charging, trust_unsafe=True)
    try:
        asha = (await open_shop(postgres)).person("asha")
        for exchange in read_conversation("seed_004"):
            reply = await asha.says(exchange.customer)
            assert all(piece in reply.text for piece in exchange.bot), reply.text
    finally:
        await postgres.close()
    order = reply.view and reply.view.order
    assert order
    assert (str(order.total), order.order_type) == ("240.00", "take_away")
    assert [(one.name, one.is_included, str(one.amount)) for one in order.charges] == [
        ("CGST", True, "5.71"),
        ("SGST", True, "5.71"),
    ]


def test_loading_it_again_changes_nothing(dsn: str, db: Connection) -> None:
    before = everything(db)
    assert load_demo(dsn) is False
    assert everything(db) == before


def test_a_load_that_was_cut_short_is_finished(dsn: str, db: Connection) -> None:
    db.execute("truncate cold.menu_item cascade")
    assert load_demo(dsn) is True
    assert show_tenant(dsn, "demo").dishes == 365


def test_several_first_starts_at_once_load_it_once(server: Server) -> None:
    with server.database("template0") as dsn:
        migrate(dsn)
        loaded = must(at_once([partial(load_demo, dsn)] * 4))
        assert sorted(loaded) == [False, False, False, True]
        assert show_tenant(dsn, "demo").dishes == 365
