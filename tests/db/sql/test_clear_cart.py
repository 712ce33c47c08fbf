"""clear_cart: everything out, at once."""

from psycopg import Connection

from tests.support.records import event_types, hot_cart
from tests.support.turns import Caller, line


def test_empties_the_cart_and_ends_the_quote(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2), line("masala_dosa")])
    asha.checkout()
    view = asha.clear_cart()

    assert (view.lines, str(view.total), view.checkout) == ((), "0.00", None)
    assert event_types(db, view.session_id)[-1] == "cart_cleared"
    assert hot_cart(db, view.session_id) == [(1, "idly", 2, False), (2, "masala_dosa", 1, False)]


def test_an_empty_cart_stays_empty_without_an_event(asha: Caller, db: Connection) -> None:
    view = asha.clear_cart()
    assert (view.lines, view.seq) == ((), 0)
    assert event_types(db, view.session_id) == []


def test_lines_start_again_from_zero(asha: Caller) -> None:
    asha.add_to_cart([line("idly", 9)])
    asha.clear_cart()
    assert asha.add_to_cart([line("idly")]).item_count == 1
