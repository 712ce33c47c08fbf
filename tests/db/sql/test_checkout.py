"""checkout: a quote is logged before anybody can confirm it."""

from datetime import timedelta

from psycopg import Connection

from tests.support.records import count, event_types, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, last, line

QUOTES = """
select checkout_no, order_type, total, currency, expires_at - started_at from warm.checkouts
order by checkout_no
"""


def test_quotes_the_cart(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2), line("masala_dosa", 2)])
    view = asha.checkout()

    assert view.checkout is not None
    assert (view.checkout.order_type, str(view.checkout.total)) == ("take_away", "240.00")
    assert (view.step, view.differences, view.order) == ("checkout", (), None)
    quote = ("take_away", view.total, "INR", timedelta(minutes=15))
    assert db.execute(QUOTES).fetchall() == [(1, *quote)]
    assert event_types(db, view.session_id) == ["item_added", "item_added"]


def test_an_open_quote_of_the_same_cart_is_kept(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    assert asha.checkout().checkout == asha.checkout().checkout
    assert count(db, "warm.checkouts") == 1


def test_an_expired_quote_is_given_anew(asha: Caller) -> None:
    asha.turn_clock("2026-03-02 13:00+05:30")
    asha.add_to_cart([line("idly")])
    first = asha.checkout().checkout
    asha.turn_clock("2026-03-02 13:15+05:30")
    second = asha.checkout().checkout

    assert first is not None
    assert second is not None
    assert first.checkout_id != second.checkout_id
    assert second.expires_at - first.expires_at == timedelta(minutes=15)


def test_a_change_of_the_cart_ends_the_quote(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    asha.checkout()
    view = asha.set_quantity(last(), 2)

    assert (view.checkout, view.step) == (None, "ordering")
    assert count(db, "hot.session_checkout") == 0
    assert count(db, "warm.checkouts") == 1


def test_prices_that_moved_are_shown_and_quoted(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2), line("masala_dosa")])
    db.execute("update cold.menu_item set price = 45 where item_id = 'idly'")
    view = asha.checkout()

    assert [(d.kind, d.item_name, str(d.was), str(d.now)) for d in view.differences] == [
        ("price", "Idly", "40.00", "45.00")
    ]
    assert view.checkout is not None
    assert str(view.checkout.total) == str(view.total) == "170.00"
    assert event_types(db, view.session_id)[-1] == "cart_repriced"


def test_what_cannot_be_had_is_told_and_not_quoted(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly"), line("masala_dosa"), line("plain_dosa")])
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    db.execute("update cold.menu_item set is_removed = true where item_id = 'plain_dosa'")
    view = asha.checkout()

    assert [(d.kind, d.item_name) for d in view.differences] == [
        ("unavailable", "Idly"),
        ("unavailable", "Plain Dosa"),
    ]
    assert (view.checkout, len(view.lines)) == (None, 3)


def test_what_is_not_served_any_more_is_told(asha: Caller) -> None:
    asha.turn_clock("2026-03-02 11:29+05:30")
    asha.add_to_cart([line("rava_idly"), line("idly")])
    asha.turn_clock("2026-03-02 11:30+05:30")
    view = asha.checkout()

    assert [(d.kind, d.item_name) for d in view.differences] == [("not_served", "Rava Idly")]
    assert view.checkout is None


def test_demand_is_summed_over_the_lines_of_a_dish(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("vanjaram_fry", 3), line("vanjaram_fry", 3, note="crisp")])
    db.execute("update cold.menu_item_stock set quantity = 5 where item_id = 'vanjaram_fry'")
    view = asha.checkout()

    assert [(d.kind, d.item_name, d.left) for d in view.differences] == [
        ("stock", "Vanjaram Fry", 5)
    ]
    assert view.checkout is None


def test_nothing_to_quote(asha: Caller, db: Connection) -> None:
    asha.view_cart()
    before = everything(db)
    with refused("OC003"):
        asha.checkout()
    assert everything(db) == before


def test_an_order_type_that_is_not_offered(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    for order_type in ("delivery", "drone"):
        with refused("OC013") as refusal:
            asha.checkout(order_type)
        assert refusal.words == {"offered": "take-away, dine-in"}
    assert asha.view_cart().checkout is None
