"""reorder: the same as last time, as far as it can be had today."""

import pytest
from psycopg import Connection

from tests.support.marked import Choice, put_dish
from tests.support.records import event_types
from tests.support.refusals import refused
from tests.support.turns import Caller, Document, chosen, line


def order(person: Caller, *lines: Document) -> int:
    """Order these lines and return the number of the order."""
    person.add_to_cart(lines)
    person.checkout()
    placed = person.choose_payment().order
    assert placed is not None
    return placed.order_no


@pytest.fixture
def ordered(asha: Caller) -> Caller:
    """Asha, who has ordered two buttered dosas without onion and three idlies."""
    dosa = line(
        "masala_dosa",
        2,
        options=[chosen("extras", "ghee"), chosen("spice", "mild")],
        without=[chosen("ingredients", "onion")],
        note="crisp",
    )
    order(asha, dosa, line("idly", 3))
    return asha


def test_puts_everything_into_the_cart_again(ordered: Caller, db: Connection) -> None:
    view = ordered.reorder()
    was = view.orders[0].lines
    assert [(row.item_id, row.quantity, row.line_total) for row in view.lines] == [
        (row.item_id, row.quantity, row.line_total) for row in was
    ]
    dosa = view.lines[0]
    assert {option.name for option in dosa.options} == {"Mild", "Ghee Topping"}
    assert ([thing.name for thing in dosa.without], dosa.note) == (["Onion"], "crisp")
    assert (view.differences, view.conflicts) == ((), ())
    assert event_types(db, view.session_id)[-2:] == ["item_added"] * 2


def test_joins_what_is_in_the_cart(ordered: Caller) -> None:
    ordered.add_to_cart([line("idly")])
    assert [(row.item_id, row.quantity) for row in ordered.reorder().lines] == [
        ("masala_dosa", 2),
        ("idly", 4),
    ]


def test_pieces_in_the_cart_count_too(ordered: Caller, db: Connection) -> None:
    db.execute("insert into cold.menu_item_stock select tenant_id, 'idly', 3 from cold.tenants")
    ordered.add_to_cart([line("idly", 1, note="soft")])
    view = ordered.reorder()
    assert [(one.kind, one.left) for one in view.differences] == [("stock", 3)]
    assert [row.item_id for row in view.changed] == ["masala_dosa"]


def test_the_last_order_or_that_one(ordered: Caller) -> None:
    order(ordered, line("plain_dosa"))
    assert [row.item_id for row in ordered.reorder().changed] == ["plain_dosa"]
    assert [row.item_id for row in ordered.reorder(1).changed] == ["masala_dosa", "idly"]


def test_only_the_own_orders(ordered: Caller, ravi: Caller) -> None:
    for number in (None, 1, 99, -1, 2**40):
        with refused("OC018"):
            ravi.reorder(number)
    with refused("OC018"):
        ordered.reorder(2)


def test_at_the_prices_of_today(ordered: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set price = 50 where item_id = 'idly'")
    view = ordered.reorder()
    assert str(view.lines[1].unit_price) == "50.00"
    (found,) = view.differences
    assert (found.kind, found.item_name, found.line_no) == ("price", "Idly", view.lines[1].line_no)
    assert (str(found.was), str(found.now)) == ("40.00", "50.00")


@pytest.mark.parametrize(
    ("change", "kind", "facts"),
    [
        ("update cold.menu_item set is_removed = true where item_id = 'idly'", "unavailable", {}),
        (
            "update cold.menu_item set is_available = false where item_id = 'idly'",
            "unavailable",
            {},
        ),
        (
            "insert into cold.menu_item_stock select tenant_id, 'idly', 2 from cold.tenants",
            "stock",
            {"left": 2},
        ),
        (
            """insert into cold.menu_item_period
               select tenant_id, 'idly', 'breakfast' from cold.tenants""",
            "not_served",
            {},
        ),
        (
            """insert into cold.opening_hours
               select tenant_id, 7, '07:00', '07:01' from cold.tenants""",
            "closed",
            {},
        ),
        (
            "insert into cold.menu_item_stock select tenant_id, 'idly', 0 from cold.tenants",
            "stock",
            {"left": 0},
        ),
    ],
)
def test_what_cannot_be_had_is_left_out_and_told(
    ordered: Caller, db: Connection, change: str, kind: str, facts: dict[str, object]
) -> None:
    db.execute(change.encode())
    ordered.turn_clock("2026-12-07 15:00+05:30")
    view = ordered.reorder()
    found = [one for one in view.differences if one.item_name == "Idly"]
    assert [(one.kind, one.line_no) for one in found] == [(kind, None)]
    assert {key: getattr(found[0], key) for key in facts} == facts
    assert "idly" not in [row.item_id for row in view.lines]


def test_options_as_far_as_they_are_offered(ordered: Caller, db: Connection) -> None:
    db.execute("update cold.option set is_removed = true where option_id = 'ghee'")
    view = ordered.reorder()
    dosa = view.lines[-1]
    assert [option.name for option in dosa.options] == ["Mild"]
    told = [(one.kind, one.item_name, one.option, one.line_no) for one in view.differences]
    assert told[0] == ("option", "Masala Dosa", "Ghee Topping", dosa.line_no)


def test_a_removal_that_cannot_be_kept_keeps_the_line_out(ordered: Caller, db: Connection) -> None:
    db.execute("update cold.option_group set negatable = false where group_id = 'ingredients'")
    view = ordered.reorder()
    assert [row.item_id for row in view.lines] == ["idly"]
    told = [(one.kind, one.item_name, one.line_no) for one in view.differences]
    assert told == [("option", "Masala Dosa", None)]


def test_a_choice_that_is_now_required_keeps_the_line_out(ordered: Caller, db: Connection) -> None:
    db.execute("update cold.option_group set min_choices = 1 where group_id = 'extras'")
    told = [(one.kind, one.item_name, one.option) for one in ordered.reorder().differences]
    assert told == [("cart", "Idly", "Tiffin extras")]


def test_nothing_that_was_accepted_is_carried_over(asha: Caller, db: Connection) -> None:
    satay = put_dish(db, "satay", Choice("hot"), allergens=["peanut"])
    asha.set_dietary_rules(["peanut"])
    order(asha, line("idly"), line(satay, 2, accept=["allergen:peanut"]))
    view = asha.reorder()
    assert [row.item_id for row in view.lines] == ["idly"]
    (row,) = view.conflicts
    assert (row.index, row.item_id) == (1, satay)
    assert view.orders[0].lines[row.index].accepted == ("allergen:peanut",)


def test_more_than_a_cart_holds_changes_nothing(asha: Caller) -> None:
    order(asha, line("plain_dosa"), line("idly", 60))
    asha.add_to_cart([line("idly", 60)])
    with refused("OC004"):
        asha.reorder()
    assert [(row.item_id, row.quantity) for row in asha.view_cart().lines] == [("idly", 60)]


def test_a_repeated_command_adds_once(ordered: Caller) -> None:
    view = ordered.reorder(command="again")
    assert ordered.reorder(command="again").lines == view.lines
