"""replace_item: one dish in the place of another, all of it or nothing."""

import pytest
from psycopg import Connection

from tests.support.records import event_types, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, Document, chosen, items, last, line


@pytest.fixture
def cart(asha: Caller) -> Caller:
    """Asha with two masala dosas, mild, and three idlies."""
    asha.add_to_cart([line("masala_dosa", 2, options=[chosen("spice", "mild")]), line("idly", 3)])
    return asha


def dishes(caller: Caller) -> list[tuple[str, int]]:
    return [(one.item_id, one.quantity) for one in caller.view_cart().lines]


def test_there_are_as_many_as_before(cart: Caller, db: Connection) -> None:
    view = cart.replace_item(items("idly"), line("plain_dosa"))

    assert [(one.item_id, one.delta) for one in view.changed] == [("idly", -3), ("plain_dosa", 3)]
    assert dishes(cart) == [("masala_dosa", 2), ("plain_dosa", 3)]
    assert event_types(db, view.session_id)[-2:] == ["item_removed", "item_added"]


def test_a_quantity_that_is_said_counts(cart: Caller) -> None:
    cart.replace_item(last(), line("plain_dosa"), 1)
    assert dishes(cart) == [("masala_dosa", 2), ("plain_dosa", 1)]


def test_only_so_many_pieces_go(cart: Caller) -> None:
    cart.replace_item(items("idly"), line("plain_dosa"), None, 1)
    assert dishes(cart) == [("masala_dosa", 2), ("idly", 2), ("plain_dosa", 1)]


def test_the_same_dish_keeps_what_was_not_said(cart: Caller) -> None:
    cart.replace_item(items("masala_dosa"), line("masala_dosa", options=[chosen("extras", "ghee")]))
    made = cart.view_cart().lines[-1]
    assert [option.option_id for option in made.options] == ["mild", "ghee"]
    assert made.quantity == 2


def test_of_several_lines_it_asks_which(cart: Caller) -> None:
    cart.add_to_cart([line("masala_dosa")])
    view = cart.replace_item(items("masala_dosa"), line("plain_dosa"))
    assert len(view.ask_lines) == 2
    assert len(view.lines) == 3


@pytest.mark.parametrize(
    ("about", "new", "code"),
    [
        (items("idly"), line("no_such_dish"), "OC001"),
        (items("idly"), line("plain_dosa", options=[chosen("spice", "none_such")]), "OC008"),
        (items("plain_dosa"), line("idly"), "OC007"),
    ],
)
def test_what_cannot_come_lets_nothing_go(
    cart: Caller, db: Connection, about: Document, new: Document, code: str
) -> None:
    before = everything(db)
    with refused(code):
        cart.replace_item(about, new)
    assert everything(db) == before


def test_a_dish_that_is_sold_out_lets_nothing_go(cart: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'plain_dosa'")
    before = everything(db)
    with refused("OC005"):
        cart.replace_item(items("idly"), line("plain_dosa"))
    assert everything(db) == before
