"""A command that comes a second time changes nothing and gets the session as it now stands."""

from collections.abc import Callable

import pytest
from psycopg import Connection
from psycopg.errors import UniqueViolation

from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.turns import Caller, chosen, items, line
from tools.kit.view import SessionView

CALLS: dict[str, Callable[[Caller], SessionView]] = {
    "search_menu": lambda asha: asha.search_menu("masala_dosa", command="again"),
    "add_to_cart": lambda asha: asha.add_to_cart([line("idly", 3)], command="again"),
    "set_quantity": lambda asha: asha.set_quantity(items("idly"), 7, command="again"),
    "remove_from_cart": lambda asha: asha.remove_from_cart([items("idly")], 1, command="again"),
    "update_item": lambda asha: asha.update_item(
        items("idly"), {"options": [chosen("extras", "ghee")]}, command="again"
    ),
    "replace_item": lambda asha: asha.replace_item(
        items("idly"), line("plain_dosa"), command="again"
    ),
    "clear_cart": lambda asha: asha.clear_cart(command="again"),
    "view_cart": lambda asha: asha.view_cart(command="again"),
    "checkout": lambda asha: asha.checkout("dine_in", command="again"),
    "choose_order_type": lambda asha: asha.choose_order_type("dine_in", command="again"),
    "choose_payment": lambda asha: asha.choose_payment("card", command="again"),
    "order_status": lambda asha: asha.order_status(command="again"),
    "reorder": lambda asha: asha.reorder(command="again"),
    "set_dietary_rules": lambda asha: asha.set_dietary_rules(["peanut"], command="again"),
    "forgetting rules": lambda asha: asha.set_dietary_rules(command="again"),
    "keep_dietary_rules": lambda asha: asha.keep_dietary_rules(command="again"),
    "accept_conflict": lambda asha: asha.accept_conflict(2, command="again"),
    "add_to_cart, not found": lambda asha: asha.add_to_cart(
        [], [{"words": "pizza", "quantity": 2}], command="again"
    ),
    "record_turn": lambda asha: asha.record_turn(
        {"item_id": "idly", "reason": "sold_out", "quantity": 1}, command="again"
    ),
}


@pytest.mark.parametrize("function", CALLS)
def test_changes_nothing(asha: Caller, db: Connection, function: str) -> None:
    asha.add_to_cart([line("plain_dosa")])
    asha.checkout()
    asha.choose_payment("cash")
    asha.add_to_cart([line("idly", 2), line("masala_dosa")])
    asha.set_dietary_rules(["egg"])
    asha.checkout()
    first = CALLS[function](asha)
    assert first.replayed is False
    before = everything(db)

    second = CALLS[function](asha)
    assert second.replayed is True
    assert (second.seq, second.lines, second.order) == (first.seq, first.lines, first.order)
    assert second.changed == ()
    assert everything(db) == before


def test_a_refused_command_may_come_again(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'idly'")
    with refused("OC005"):
        asha.add_to_cart([line("idly")], command="again")
    db.execute("update cold.menu_item set is_available = true where item_id = 'idly'")

    view = asha.add_to_cart([line("idly")], command="again")
    assert (view.replayed, view.item_count) == (False, 1)


def test_a_late_repeat_of_an_order_finds_it(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    asha.checkout()
    placed = asha.choose_payment("cash", command="again").order
    asha.add_to_cart([line("masala_dosa")])
    asha.checkout()
    view = asha.choose_payment("cash", command="again")

    assert (view.order, view.replayed, view.item_count) == (placed, True, 1)


def test_commands_of_two_shops_do_not_meet(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")], command="again")
    with pytest.raises(UniqueViolation):
        db.execute("insert into cold.turns select * from cold.turns")
    db.execute(
        """insert into cold.turns (tenant_id, command_id, session_id, tool, source, at)
           select gen_random_uuid(), command_id, session_id, tool, source, at from cold.turns"""
    )
