"""The demo shop: what `make run` sells, and what the acceptance conversation counts on."""

from functools import partial

from psycopg import Connection

from db.demo import load_demo
from db.migrate import migrate
from db.tenants import show_tenant
from tests.support.records import everything
from tests.support.servers import Server
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
