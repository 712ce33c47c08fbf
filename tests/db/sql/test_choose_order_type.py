"""choose_order_type: the quote for another way to get the food."""

from psycopg import Connection

from tests.db.reliability.hot import evict
from tests.support.life import put_stock
from tests.support.records import count
from tests.support.refusals import refused
from tests.support.turns import Caller, last, line
from tests.support.ways import put_order_types


def test_quotes_anew_for_another_type(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    first = asha.checkout().checkout
    second = asha.choose_order_type("dine_in").checkout

    assert first is not None
    assert second is not None
    assert (second.order_type, second.checkout_id == first.checkout_id) == ("dine_in", False)
    assert count(db, "warm.checkouts") == 2


def test_the_same_type_keeps_the_quote(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    assert asha.choose_order_type("dine_in").checkout == asha.choose_order_type("dine_in").checkout


def test_checkout_keeps_the_type_of_the_open_quote(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    asha.choose_order_type("dine_in")
    quote = asha.checkout().checkout
    assert quote is not None
    assert quote.order_type == "dine_in"


def test_it_may_be_said_before_there_is_a_dish(asha: Caller) -> None:
    view = asha.choose_order_type("dine_in")
    assert view.order_type == "dine_in"
    assert view.checkout is None
    asha.add_to_cart([line("idly")])
    quote = asha.checkout().checkout
    assert quote is not None
    assert quote.order_type == "dine_in"


def test_refusals(asha: Caller) -> None:
    with refused("OC013"):
        asha.choose_order_type("delivery")
    asha.add_to_cart([line("idly")])
    with refused("OC013"):
        asha.choose_order_type("delivery")


def test_an_order_is_of_the_type_chosen(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    asha.set_quantity(last(), 2)
    asha.choose_order_type("dine_in")
    order = asha.choose_payment("card").order
    assert order is not None
    assert (order.order_type, order.payment_method) == ("dine_in", "card")


def test_when_the_usual_type_is_dropped_the_open_quote_ends(asha: Caller, db: Connection) -> None:
    put_order_types(db, "take_away", "dine_in", usual="take_away")
    put_stock(db, "idly", 5)
    asha.add_to_cart([line("idly")])
    assert asha.checkout().checkout
    put_order_types(db, "take_away", "dine_in")
    view = asha.checkout()
    assert view.quote
    assert [one.kind for one in view.quote.problems] == ["order_type_missing"]
    assert view.checkout is None
    assert count(db, "cold.stock_hold") == 0
    assert [kept.quantity for kept in view.lines] == [1]
    evict(db, view.session_id)
    assert asha.view_cart().checkout is None
    again = asha.choose_order_type("take_away").checkout
    assert again
    assert asha.choose_payment("cash", again.checkout_id).order
