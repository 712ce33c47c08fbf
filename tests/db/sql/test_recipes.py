"""A dish with a recipe takes its ingredients, gives them back once, and is there as they are."""

import pytest
from psycopg import Connection

from tests.support.life import cancel, change, let_cancel, move, place, put_stock
from tests.support.pantry import left_of, put_ingredient, put_recipe
from tests.support.records import count
from tests.support.refusals import refused
from tests.support.staff import stock_of
from tests.support.turns import Caller, last, line


@pytest.fixture(autouse=True)
def milk(db: Connection) -> None:
    """A litre of milk and 100 g of coffee: milk for six coffees or ten teas."""
    put_ingredient(db, "milk", "1")
    put_ingredient(db, "beans", "100", "g")
    put_recipe(db, "filter_coffee", milk="0.15", beans="8")
    put_recipe(db, "tea", milk="0.1")


def test_an_order_takes_what_its_dishes_need(asha: Caller, db: Connection) -> None:
    place(asha, line("filter_coffee", 2), line("tea", 3), line("idly"))
    assert (left_of(db, "milk"), left_of(db, "beans")) == ("0.4", "84")


def test_a_dish_may_be_counted_as_well(asha: Caller, db: Connection) -> None:
    put_stock(db, "tea", 2)
    with refused("OC011") as refusal:
        asha.add_to_cart([line("tea", 3)])
    assert refusal.words["left"] == 2
    place(asha, line("tea", 2))
    assert (stock_of(db, "tea"), left_of(db, "milk")) == (0, "0.8")


def test_a_cancelled_order_gives_it_back_once(asha: Caller, db: Connection) -> None:
    let_cancel(db, "ready")
    order = place(asha, line("filter_coffee", 2), line("tea", 3))
    for _ in range(2):
        cancel(asha, order.order_id)
        assert (left_of(db, "milk"), left_of(db, "beans")) == ("1", "1E+2")


def test_a_rejected_order_gives_it_back_once(asha: Caller, db: Connection) -> None:
    order = place(asha, line("tea", 3))
    for _ in range(2):
        move(db, order.order_id, "rejected", reason="no gas")
        assert left_of(db, "milk") == "1"


def test_what_was_taken_goes_back_whatever_the_recipe_says_by_then(
    asha: Caller, db: Connection
) -> None:
    let_cancel(db, "ready")
    order = place(asha, line("tea", 3))
    put_recipe(db, "tea", milk="0.3")
    cancel(asha, order.order_id)
    assert left_of(db, "milk") == "1"


def test_a_changed_order_takes_and_gives_the_difference(asha: Caller, db: Connection) -> None:
    let_cancel(db, "ready")
    order = place(asha, line("tea", 3)).order_id
    change(asha, order, {"line_no": 1}, 5, "125.00")
    assert left_of(db, "milk") == "0.5"
    change(asha, order, {"line_no": 1}, 1, "25.00")
    assert left_of(db, "milk") == "0.9"
    with refused("OC011") as refusal:
        change(asha, order, {"line_no": 1}, 11, "275.00")
    assert refusal.words["left"] == 9
    cancel(asha, order)
    assert left_of(db, "milk") == "1"


def test_more_than_can_be_made_is_refused_and_how_many_is_said(asha: Caller) -> None:
    with refused("OC011") as refusal:
        asha.add_to_cart([line("filter_coffee", 7)])
    assert refusal.words["left"] == 6


def test_what_else_is_in_the_cart_counts(asha: Caller) -> None:
    asha.add_to_cart([line("filter_coffee", 6)])
    with refused("OC011") as refusal:
        asha.add_to_cart([line("tea", 2)])
    assert refusal.words["left"] == 1
    asha.set_quantity(last(), 5)
    with refused("OC011") as refusal:
        asha.add_to_cart([line("tea", 3)])
    assert refusal.words["left"] == 2
    asha.add_to_cart([line("tea", 2)])
    assert [one.refusal for one in asha.view_cart().lines] == [None, None]


def test_of_a_cart_what_comes_first_can_be_had(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("filter_coffee", 4), line("tea", 2)])
    put_ingredient(db, "milk", "0.7")
    coffee, tea = asha.view_cart().lines
    assert coffee.refusal is None
    assert tea.refusal is not None
    assert (tea.refusal.reason, tea.refusal.left) == ("stock", 1)
    told = asha.checkout()
    assert [(one.kind, one.item_name, one.left) for one in told.differences] == [
        ("stock", "Tea", 1)
    ]
    assert told.checkout is None


def test_dishes_on_a_page_of_the_menu_do_not_count_against_each_other(
    asha: Caller, db: Connection
) -> None:
    put_ingredient(db, "milk", "0.15")
    shown = asha.search_menu("filter_coffee", "tea").shown
    assert shown is not None
    assert [one.refusal for one in shown.dishes] == [None, None]


def test_an_open_checkout_of_another_keeps_what_it_needs(
    asha: Caller, ravi: Caller, db: Connection
) -> None:
    asha.turn_clock("2026-03-02 13:00+05:30")
    asha.add_to_cart([line("filter_coffee", 6)])
    asha.checkout()
    ravi.turn_clock("2026-03-02 13:01+05:30")
    with refused("OC011") as refusal:
        ravi.add_to_cart([line("tea", 2)])
    assert refusal.words["left"] == 1
    assert asha.choose_payment("cash").order is not None
    assert (left_of(db, "milk"), count(db, "cold.stock_hold")) == ("0.1", 0)
    ravi.add_to_cart([line("tea")])


def test_what_ran_short_since_the_quote_is_told(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("tea", 3)])
    asha.checkout()
    put_ingredient(db, "milk", "0.2")
    view = asha.choose_payment("cash")
    assert view.order is None
    assert [(one.kind, one.left) for one in view.differences] == [("stock", 2)]


def test_other_shops_and_dishes_know_nothing_of_it(asha: Caller, db: Connection) -> None:
    put_ingredient(db, "milk", "0")
    place(asha, line("idly", 5), line("black_coffee", 5))
    assert count(db, "cold.order_item_ingredient") == 0
