"""set_quantity: an absolute number for the line that is meant."""

import pytest
from psycopg import Connection

from tests.support.marked import put_dish
from tests.support.records import event_types, events, everything, hot_cart
from tests.support.refusals import refused
from tests.support.turns import Caller, items, last, line, line_no, position


@pytest.fixture
def cart(asha: Caller) -> Caller:
    """Asha with two idlies, two masala dosas of two kinds, and a plain dosa that she named last."""
    asha.add_to_cart([line("idly", 2), line("masala_dosa"), line("masala_dosa", note="crisp")])
    asha.add_to_cart([line("plain_dosa")])
    return asha


def test_every_way_to_name_a_line(cart: Caller) -> None:
    named = (last(), 4), (position(2), 2), (line_no(3), 3), (items("idly", "rava_idly"), 1)
    for reference, expected in named:
        view = cart.set_quantity(reference, 7)
        assert [(row.line_no, row.quantity) for row in view.changed] == [(expected, 7)]


def test_says_by_how_much_it_changed(cart: Caller, db: Connection) -> None:
    view = cart.set_quantity(items("idly"), 5)

    assert [(row.quantity, row.delta) for row in view.changed] == [(5, 3)]
    kind, data = events(db, view.session_id)[-1]
    assert (kind, data["quantity"], data["quantity_after"]) == ("quantity_set", 3, 5)
    assert (1, "idly", 5, True) in hot_cart(db, view.session_id)


def test_the_line_named_is_the_one_mentioned_last(cart: Caller) -> None:
    cart.set_quantity(items("idly"), 5)
    assert cart.set_quantity(last(), 6).changed[0].item_id == "idly"


def test_several_lines_fit_so_it_asks(cart: Caller, db: Connection) -> None:
    before = cart.view_cart()
    view = cart.set_quantity(items("masala_dosa"), 5)

    assert view.ask_lines == (2, 3)
    assert (view.lines, view.changed, view.seq) == (before.lines, (), before.seq)
    assert event_types(db, view.session_id) == ["item_added"] * 4


def test_positions_skip_what_was_taken_out(cart: Caller) -> None:
    cart.remove_from_cart([line_no(1)])
    assert cart.set_quantity(position(1), 4).changed[0].line_no == 2


def test_refuses_and_changes_nothing(cart: Caller, db: Connection) -> None:
    before = everything(db)
    for quantity in (0, -3, 100, 2**31 - 1):
        with refused("OC004"):
            cart.set_quantity(last(), quantity)
    for reference in (position(9), line_no(9), items("podi_idly"), items()):
        with refused("OC007"):
            cart.set_quantity(reference, 2)
    assert everything(db) == before


def test_nothing_was_mentioned(asha: Caller) -> None:
    with refused("OC002"):
        asha.set_quantity(last(), 2)


def test_the_line_mentioned_last_is_gone(cart: Caller) -> None:
    cart.remove_from_cart([last()])
    with refused("OC007"):
        cart.set_quantity(last(), 2)


def test_not_more_than_the_stock(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("vanjaram_fry", 2)])
    with refused("OC011") as refusal:
        asha.set_quantity(last(), 21)
    assert refusal.words == {"item": "Vanjaram Fry", "item_id": "vanjaram_fry", "left": 20}

    db.execute("update cold.menu_item_stock set quantity = 0 where item_id = 'vanjaram_fry'")
    with refused("OC005"):
        asha.set_quantity(last(), 3)
    assert asha.set_quantity(last(), 1).item_count == 1


def test_no_more_of_what_goes_against_the_rules_before_he_says_so(
    asha: Caller, db: Connection
) -> None:
    satay = put_dish(db, "satay", allergens=["peanut"])
    asha.add_to_cart([line("idly"), line(satay, 2)])
    before = asha.set_dietary_rules(["peanut"])
    view = asha.set_quantity(items(satay), 3)
    assert (view.changed, view.seq) == ((), before.seq)
    assert [(one.line_no, one.item_id) for one in view.conflicts] == [(2, satay)]
    assert [one.what for one in view.conflicts[0].conflicts] == ["peanut"]

    assert asha.set_quantity(items(satay), 1).changed[0].quantity == 1, "fewer is no question"
    asha.accept_conflict(2)
    assert asha.set_quantity(items(satay), 3).changed[0].quantity == 3
