"""remove_from_cart: whole lines or some pieces, all of what was named or nothing."""

import pytest
from psycopg import Connection

from tests.support.records import events, everything, hot_cart
from tests.support.refusals import refused
from tests.support.turns import Caller, items, last, line, position


@pytest.fixture
def cart(asha: Caller) -> Caller:
    """Asha with three idlies, two masala dosas and a crisp one."""
    asha.add_to_cart([line("idly", 3), line("masala_dosa", 2), line("masala_dosa", note="crisp")])
    return asha


def test_takes_a_line_out_and_keeps_its_row(cart: Caller, db: Connection) -> None:
    view = cart.remove_from_cart([items("idly")])

    assert [row.item_id for row in view.lines] == ["masala_dosa", "masala_dosa"]
    assert [(row.item_id, row.quantity, row.delta) for row in view.changed] == [("idly", 0, -3)]
    kind, data = events(db, view.session_id)[-1]
    assert (kind, data["quantity"], data["quantity_after"]) == ("item_removed", 3, 0)
    assert hot_cart(db, view.session_id)[0] == (1, "idly", 3, False)


def test_takes_some_pieces(cart: Caller, db: Connection) -> None:
    view = cart.remove_from_cart([items("idly")], 2)

    assert [(row.quantity, row.delta) for row in view.changed] == [(1, -2)]
    assert events(db, view.session_id)[-1][0] == "quantity_set"


def test_more_pieces_than_there_are_take_the_line_out(cart: Caller) -> None:
    view = cart.remove_from_cart([items("idly")], 5)
    assert [(row.quantity, row.delta) for row in view.changed] == [(0, -3)]


def test_positions_are_those_the_customer_saw(cart: Caller) -> None:
    view = cart.remove_from_cart([position(1), position(2)])
    assert [(row.item_id, row.note) for row in view.lines] == [("masala_dosa", "crisp")]


def test_a_line_named_twice_is_taken_once(cart: Caller) -> None:
    view = cart.remove_from_cart([position(1), items("idly")], 1)
    assert [(row.item_id, row.delta) for row in view.changed] == [("idly", -1)]


def test_several_lines_fit_so_it_asks(cart: Caller) -> None:
    view = cart.remove_from_cart([items("idly"), items("masala_dosa")])
    assert (view.ask_lines, view.changed, len(view.lines)) == ((2, 3), (), 3)


def test_nothing_named_removes_nothing(cart: Caller) -> None:
    view = cart.remove_from_cart([])
    assert (view.changed, len(view.lines)) == ((), 3)


def test_refuses_and_changes_nothing(cart: Caller, db: Connection) -> None:
    before = everything(db)
    with refused("OC007"):
        cart.remove_from_cart([position(1), items("podi_idly")])
    for quantity in (0, -1, 100):
        with refused("OC004"):
            cart.remove_from_cart([position(1)], quantity)
    assert everything(db) == before


def test_nothing_was_mentioned(asha: Caller) -> None:
    with refused("OC002"):
        asha.remove_from_cart([last()])
