"""choose_table and the order type: asked only where nothing is known."""

import pytest
from psycopg import Connection

from tests.support.refusals import refused
from tests.support.turns import Caller, line
from tests.support.ways import put_delivery, put_order_types, put_tables
from tools.kit.view import SessionView

TABLES = ("1", "2", "10", "T-4")


def problems(view: SessionView) -> list[tuple[str, tuple[str, ...]]]:
    """What is asked for, and the tables or types to choose from."""
    assert view.quote is not None
    return [(one.kind, one.tables or one.offered) for one in view.quote.problems]


def test_a_table_is_asked_for_and_on_the_order(asha: Caller, db: Connection) -> None:
    put_tables(db, TABLES)
    asha.add_to_cart([line("idly", 2)])
    asked = asha.checkout("dine_in")
    assert (problems(asked), asked.checkout) == ([("table_missing", TABLES)], None)
    view = asha.call("choose_table", "t-4")
    assert view.checkout is not None
    assert view.checkout.way is not None
    assert view.checkout.way.table_no == "T-4"
    order = asha.choose_payment("cash", view.checkout.checkout_id).order
    assert order is not None
    assert (order.order_type, order.table_no) == ("dine_in", "T-4")


def test_a_code_on_the_table_comes_first(asha: Caller, db: Connection) -> None:
    put_tables(db, TABLES)
    view = asha.call("choose_table", "10")
    assert (view.order_type, problems(view)) == ("dine_in", [])
    assert view.way is not None
    assert view.way.table_no == "10"
    asha.add_to_cart([line("idly")])
    quote = asha.checkout().checkout
    assert quote is not None
    assert quote.order_type == "dine_in"


@pytest.mark.parametrize("dishes", [True, False])
@pytest.mark.parametrize("named", [(), ("1",)])
def test_after_an_unknown_table_it_is_asked_again_and_never_taken_away(
    asha: Caller, db: Connection, dishes: bool, named: tuple[str, ...]
) -> None:
    put_tables(db, TABLES)
    quote = None
    if dishes:
        asha.add_to_cart([line("idly")])
        quote = asha.checkout("take_away").checkout
        assert quote is not None
    for table in named:
        asha.call("choose_table", table)
    view = asha.call("choose_table", "99")
    assert (view.order_type, view.checkout) == ("dine_in", None)
    assert problems(view) == [("table_missing", TABLES)]
    assert view.quote is not None
    assert view.quote.problems[0].said == "99"
    if quote is None:
        asha.add_to_cart([line("idly")])
    else:
        with refused("OC012"):
            asha.choose_payment("cash", quote.checkout_id)
    assert asha.choose_payment("cash").order is None
    asha.call("choose_table", "2")
    order = asha.choose_payment("cash").order
    assert order is not None
    assert (order.order_type, order.table_no) == ("dine_in", "2")


def test_a_shop_without_tables_does_not_ask(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    assert asha.checkout("dine_in").checkout is not None
    view = asha.call("choose_table", "4")
    assert view.checkout is not None
    assert view.checkout.way is not None
    assert view.checkout.way.table_no is None


def test_a_table_that_was_taken_away_is_asked_for_again(asha: Caller, db: Connection) -> None:
    put_tables(db, TABLES)
    asha.add_to_cart([line("idly")])
    quote = asha.call("choose_table", "1").checkout
    assert quote is not None
    db.execute("delete from cold.dining_table where table_no = '1'")
    view = asha.choose_payment("cash", quote.checkout_id)
    assert (view.order, problems(view)) == (None, [("table_missing", ("2", "10", "T-4"))])


def test_where_nothing_is_known_the_type_is_asked_for(asha: Caller, db: Connection) -> None:
    put_order_types(db, "take_away", "dine_in", "delivery")
    asha.add_to_cart([line("idly")])
    view = asha.checkout()
    assert problems(view) == [("order_type_missing", ("take_away", "dine_in", "delivery"))]
    assert (view.order_type, view.checkout) == (None, None)
    assert asha.choose_payment("cash").order is None
    assert asha.choose_order_type("take_away").checkout is not None
    assert asha.choose_payment("cash").order is not None

    asha.add_to_cart([line("idly")])
    assert asha.checkout().order_type == "take_away"


def test_the_one_of_the_last_order_is_remembered(asha: Caller, db: Connection) -> None:
    put_order_types(db, "take_away", "dine_in")
    asha.add_to_cart([line("idly")])
    asha.choose_order_type("dine_in")
    assert asha.choose_payment("cash").order is not None
    with Caller(asha.connection.info.dsn, "asha", chat="another chat") as later:
        later.add_to_cart([line("idly")])
        quote = later.checkout().checkout
        assert quote is not None
        assert quote.order_type == "dine_in"
        assert quote.way is not None
        assert quote.way.offered == ("take_away", "dine_in")
        # What is no longer offered is not meant.
        put_order_types(db, "take_away", "delivery")
        assert later.checkout().order_type is None


def test_a_shop_with_one_type_never_asks(asha: Caller, db: Connection) -> None:
    put_order_types(db, "delivery")
    put_delivery(db)
    asha.add_to_cart([line("idly")])
    assert asha.checkout().order_type == "delivery"


def test_which_other_types_there_are(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    quoted = asha.checkout().checkout
    view = asha.call("choose_order_type", None)
    assert problems(view) == [("order_type_missing", ("take_away", "dine_in"))]
    assert view.checkout == quoted
