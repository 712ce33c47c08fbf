"""choose_order_type: the quote for another way to get the food."""

from psycopg import Connection

from tests.support.records import count
from tests.support.refusals import refused
from tests.support.turns import Caller, last, line


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


def test_refusals(asha: Caller) -> None:
    with refused("OC003"):
        asha.choose_order_type("dine_in")
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
