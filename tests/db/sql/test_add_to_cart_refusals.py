"""add_to_cart: everything it refuses, and that a refusal changes nothing."""

import psycopg
import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation

from tests.support.records import event_types, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, chosen, last, line, position, shown

NO_QUANTITIES = (0, -1, -3, 100, 2**31, 10**20, 2.5, "NaN", "Infinity", True, "two", "", None)
# What PostgreSQL says of text that is no integer, and of one that is out of its range.
NO_INTEGER = ("22P02", "22003")


def test_all_lines_or_none(asha: Caller, db: Connection) -> None:
    before = asha.add_to_cart([line("idly")])
    kept = everything(db)
    with refused("OC001"):
        asha.add_to_cart([line("masala_dosa"), line("no_such_dish")])

    assert everything(db) == kept
    assert asha.view_cart().lines == before.lines


def test_a_quantity_is_a_whole_number_from_1_to_99(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    before = everything(db)
    for quantity in NO_QUANTITIES:
        with pytest.raises(psycopg.Error) as refusal:
            asha.add_to_cart([{**line("idly"), "quantity": quantity}])
        assert refusal.value.sqlstate in ("OC004", *NO_INTEGER), quantity

    assert everything(db) == before


def test_not_a_number_does_not_enter_a_cart_row(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    for column in ("quantity = 'NaN'::numeric", "price = 'NaN'", "price = 'Infinity'"):
        with pytest.raises(psycopg.Error) as refusal:
            db.execute(f"update hot.session_cart set {column}".encode())
        assert refusal.value.sqlstate in ("0A000", "22003", "23514"), column


def test_price_bounds_hold_for_whoever_writes(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    for price in ("NaN", "-0.01", "10000000"):
        with pytest.raises(CheckViolation):
            db.execute("update cold.menu_item set price = %s::numeric", (price,))


def test_99_of_a_line_is_the_most(asha: Caller) -> None:
    asha.add_to_cart([line("idly", 99)])
    with refused("OC004"):
        asha.add_to_cart([line("idly", 1)])
    assert asha.view_cart().lines[0].quantity == 99


def test_50_lines_are_the_most(asha: Caller) -> None:
    asha.add_to_cart([line("idly", note=f"guest {number}") for number in range(50)])
    with refused("OC017") as refusal:
        asha.add_to_cart([line("masala_dosa")])
    assert refusal.words == {"max": 50}

    view = asha.add_to_cart([line("idly", note="guest 7")])
    assert (len(view.lines), view.item_count) == (50, 51)


def test_a_dish_that_is_not_on_the_menu(asha: Caller, db: Connection) -> None:
    with refused("OC001"):
        asha.add_to_cart([line("no_such_dish")])
    db.execute("update cold.menu_item set is_removed = true where item_id = 'idly'")
    with refused("OC001"):
        asha.add_to_cart([line("idly")])


def test_nothing_was_mentioned_or_shown(asha: Caller) -> None:
    with refused("OC002"):
        asha.add_to_cart([line(last())])
    with refused("OC002"):
        asha.add_to_cart([line(shown(1))])
    asha.search_menu("idly")
    with refused("OC002"):
        asha.add_to_cart([line(shown(2))])


def test_a_dish_that_is_sold_out(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    with refused("OC005") as refusal:
        asha.add_to_cart([line("idly")])
    assert refusal.words == {"item": "Idly", "item_id": "idly"}


def test_a_dish_that_is_sold_out_until_a_moment(asha: Caller, db: Connection) -> None:
    db.execute(
        """update cold.menu_item set is_available = false,
             unavailable_until = '2026-03-02 12:00+05:30' where item_id = 'idly'"""
    )
    asha.turn_clock("2026-03-02 11:59:59+05:30")
    with refused("OC005"):
        asha.add_to_cart([line("idly")])
    asha.turn_clock("2026-03-02 12:00+05:30")
    assert asha.add_to_cart([line("idly")]).item_count == 1


def test_a_dish_that_is_not_served_now(asha: Caller) -> None:
    asha.turn_clock("2026-03-02 17:00+05:30")
    with refused("OC006") as refusal:
        asha.add_to_cart([line("rava_idly")])
    when = "07:00-11:30 and 19:00-22:30"
    assert refusal.words == {"item": "Rava Idly", "item_id": "rava_idly", "when": when}


def test_a_choice_that_is_not_offered(asha: Caller) -> None:
    for option, name in (
        (chosen("extras", "gold_leaf"), "gold_leaf"),
        (chosen("portion", "half"), "half"),
        (chosen("no_such_group", "ghee"), "ghee"),
        (chosen("extras", "ghee", amount="light"), "Ghee Topping"),
        (chosen("extras", "ghee", count=2), "Ghee Topping"),
        (chosen("extras", "ghee", count=0), "Ghee Topping"),
        (chosen("extras", "ghee", count=-1), "Ghee Topping"),
    ):
        with refused("OC008") as refusal:
            asha.add_to_cart([line("idly", options=[option])])
        assert refusal.words == {"item": "Idly", "option": name}, option


def test_a_choice_that_is_gone(asha: Caller, db: Connection) -> None:
    for column in ("is_available = false", "is_available = true, is_removed = true"):
        db.execute(f"update cold.option set {column} where option_id = 'ghee'".encode())
        with refused("OC008"):
            asha.add_to_cart([line("idly", options=[chosen("extras", "ghee")])])


def test_only_what_is_in_it_can_be_left_out(asha: Caller) -> None:
    for thing in (
        chosen("spice", "mild"),
        chosen("portion", "half"),
        chosen("ingredients", "gold"),
    ):
        with refused("OC008"):
            asha.add_to_cart([line("masala_dosa", without=[thing])])


def test_a_required_choice(asha: Caller, db: Connection) -> None:
    with refused("OC009") as refusal:
        asha.add_to_cart([line("chapati_combo")])
    assert refusal.words == {"item": "Chapati Combo", "group": "Choice of gravy"}

    view = asha.add_to_cart(
        [line("chapati_combo", options=[chosen("gravy", "paneer_butter_masala")])]
    )
    assert str(view.total) == "160.00"
    assert event_types(db, view.session_id) == ["item_added"]


def test_too_many_choices(asha: Caller) -> None:
    with refused("OC010") as refusal:
        both = [chosen("spice", "mild"), chosen("spice", "spicy")]
        asha.add_to_cart([line("masala_dosa", options=both)])
    assert refusal.words == {"item": "Masala Dosa", "group": "Spice level", "max": 1}


def test_no_more_than_the_stock_over_all_lines(asha: Caller) -> None:
    asha.add_to_cart([line("vanjaram_fry", 15)])
    with refused("OC011") as refusal:
        asha.add_to_cart([line("vanjaram_fry", 6, note="crisp")])
    assert refusal.words == {"item": "Vanjaram Fry", "item_id": "vanjaram_fry", "left": 20}
    assert asha.add_to_cart([line("vanjaram_fry", 5, note="crisp")]).item_count == 20


def test_nothing_left_is_sold_out(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item_stock set quantity = 0 where item_id = 'vanjaram_fry'")
    with refused("OC005"):
        asha.add_to_cart([line("vanjaram_fry")])


def test_a_reference_to_a_line_of_the_cart_does_not_name_a_dish(asha: Caller) -> None:
    with refused("OC002"):
        asha.add_to_cart([line(position(1))])
