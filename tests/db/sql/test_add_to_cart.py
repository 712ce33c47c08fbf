"""add_to_cart: lines, prices, references."""

from decimal import Decimal

from psycopg import Connection

from tests.support.records import count, events, hot_cart
from tests.support.refusals import refused
from tests.support.turns import Caller, chosen, last, line, shown


def test_adds_lines_and_returns_the_whole_cart(asha: Caller, db: Connection) -> None:
    view = asha.add_to_cart([line("idly", 2), line("masala_dosa", 2)])

    assert [(row.item_name, row.quantity, str(row.line_total)) for row in view.lines] == [
        ("Idly", 2, "80.00"),
        ("Masala Dosa", 2, "160.00"),
    ]
    assert (str(view.total), view.currency, view.step) == ("240.00", "INR", "ordering")
    assert [(row.line_no, row.delta, row.quantity) for row in view.changed] == [
        (1, 2, 2),
        (2, 2, 2),
    ]
    assert hot_cart(db, view.session_id) == [(1, "idly", 2, True), (2, "masala_dosa", 2, True)]


def test_its_events_are_complete(asha: Caller, db: Connection) -> None:
    view = asha.add_to_cart([line("idly", 2, note="hot")])
    asha.add_to_cart([line("idly", 1, note="hot")])

    kinds, (first, second) = zip(*events(db, view.session_id), strict=True)
    assert kinds == ("item_added", "item_added")
    assert {key: first[key] for key in ("item_id", "item_name", "line_no", "note")} == {
        "item_id": "idly",
        "item_name": "Idly",
        "line_no": 1,
        "note": "hot",
    }
    assert (first["price"], first["currency"]) == ("40.00", "INR")
    assert (first["quantity"], first["quantity_after"]) == (2, 2)
    assert (second["quantity"], second["quantity_after"]) == (1, 3)


def test_the_same_wish_again_joins_its_line(asha: Caller) -> None:
    asha.add_to_cart([line("idly", 2)])
    view = asha.add_to_cart([line("idly", 3)])

    assert [(row.line_no, row.quantity) for row in view.lines] == [(1, 5)]
    assert [(row.delta, row.quantity) for row in view.changed] == [(3, 5)]


def test_other_options_removals_or_notes_are_other_lines(asha: Caller) -> None:
    view = asha.add_to_cart(
        [
            line("masala_dosa", options=[chosen("spice", "mild")]),
            line("masala_dosa", options=[chosen("spice", "spicy")]),
            line("masala_dosa", without=[chosen("ingredients", "onion")]),
            line("masala_dosa", note="crisp"),
            line("masala_dosa", options=[chosen("ingredients", "onion", amount="extra")]),
        ]
    )

    assert [row.quantity for row in view.lines] == [1, 1, 1, 1, 1]
    assert [option.name for row in view.lines for option in row.options] == [
        "Mild",
        "Spicy",
        "Onion",
    ]
    assert view.lines[2].without[0].name == "Onion"
    assert view.lines[4].options[0].amount == "extra"


def test_the_order_of_options_does_not_matter(asha: Caller) -> None:
    ghee, podi = chosen("extras", "ghee"), chosen("extras", "podi")
    asha.add_to_cart([line("idly", options=[ghee, podi])])
    view = asha.add_to_cart([line("idly", options=[podi, ghee, ghee])])

    assert [(row.quantity, str(row.unit_price)) for row in view.lines] == [(2, "70.00")]


def test_the_price_is_the_menus_whatever_the_caller_says(asha: Caller, db: Connection) -> None:
    cheap = {**line("idly"), "price": "0.01", "unit_price": -5, "line_key": "x"}
    forged = {**chosen("extras", "ghee"), "price_delta": "-1000"}
    asha.add_to_cart([cheap, line("idly", options=[forged])])
    db.execute("update cold.menu_item set price = 45 where item_id = 'idly'")

    view = asha.add_to_cart([line("idly")])
    assert [str(row.unit_price) for row in view.lines] == ["45.00", "60.00"]


def test_an_option_can_make_it_cheaper_but_never_negative(asha: Caller, db: Connection) -> None:
    ghee = [chosen("extras", "ghee")]
    for delta, price in (("-15", "25.00"), ("-40", "0.00"), ("-999", "0.00")):
        db.execute("update cold.option set price_delta = %s where option_id = 'ghee'", (delta,))
        view = asha.add_to_cart([line("idly", options=ghee, note=delta)])
        assert str(view.lines[-1].unit_price) == price


def test_a_countable_option_is_priced_by_the_piece(asha: Caller, db: Connection) -> None:
    db.execute("update cold.option set countable = true where option_id = 'ghee'")
    view = asha.add_to_cart([line("idly", 2, options=[chosen("extras", "ghee", count=3)])])

    assert view.lines[0].options[0].count == 3
    assert (str(view.lines[0].unit_price), view.total) == ("100.00", Decimal(200))


def test_one_more_repeats_the_line_mentioned_last(asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    asha.add_to_cart([line("masala_dosa", options=[chosen("spice", "mild")], note="crisp")])
    view = asha.add_to_cart([line(last(), 2)])

    assert [(row.item_id, row.quantity) for row in view.lines] == [("idly", 1), ("masala_dosa", 3)]
    assert view.last_item_name == "Masala Dosa"


def test_one_more_with_other_options_is_another_line(asha: Caller) -> None:
    asha.add_to_cart([line("masala_dosa", options=[chosen("spice", "mild")])])
    view = asha.add_to_cart([line(last(), options=[chosen("spice", "spicy")])])

    assert [[option.name for option in row.options] for row in view.lines] == [["Mild"], ["Spicy"]]


def test_one_more_but_otherwise_keeps_the_rest_of_the_line(asha: Caller) -> None:
    both = [chosen("spice", "mild"), chosen("extras", "ghee")]
    asha.add_to_cart([line("masala_dosa", options=both, note="crisp")])
    asha.add_to_cart([line(last(), options=[chosen("spice", "spicy")])])
    view = asha.add_to_cart(
        [{**line(last()), "without_options": [{"group_id": "extras", "option_id": "ghee"}]}]
    )

    made = [({option.name for option in row.options}, row.note) for row in view.lines]
    assert made == [
        ({"Mild", "Ghee Topping"}, "crisp"),
        ({"Spicy", "Ghee Topping"}, "crisp"),
        ({"Spicy"}, "crisp"),
    ]


def test_the_second_one_is_the_second_dish_shown(asha: Caller) -> None:
    asha.search_menu("idly", "masala_dosa", "plain_dosa")
    view = asha.add_to_cart([line(shown(2), 2)])

    assert [(row.item_id, row.quantity) for row in view.lines] == [("masala_dosa", 2)]


def test_an_ordered_line_starts_again_from_zero(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2)])
    asha.choose_payment("cash", None)
    asha.choose_payment("cash", None)
    view = asha.add_to_cart([line("idly", 1)])

    assert [(row.line_no, row.quantity) for row in view.lines] == [(1, 1)]
    assert hot_cart(db, view.session_id) == [(1, "idly", 1, True)]


def test_a_removed_line_starts_again_from_zero(asha: Caller) -> None:
    asha.add_to_cart([line("idly", 5)])
    asha.remove_from_cart([last()])
    view = asha.add_to_cart([line("idly", 1)])

    assert [(row.line_no, row.quantity) for row in view.lines] == [(1, 1)]


def test_a_note_is_trimmed_and_bounded(asha: Caller) -> None:
    view = asha.add_to_cart(
        [
            line("idly", note="  less salt "),
            line("masala_dosa", note="x" * 500),
            line("plain_dosa", note="  "),
        ]
    )
    assert [row.note for row in view.lines] == ["less salt", "x" * 200, None]


def test_what_was_not_found_is_in_the_ledger_beside_what_was_added(
    asha: Caller, db: Connection
) -> None:
    unmet = [{"words": "pizza", "quantity": 2}, {"words": "x" * 500, "quantity": 1}]
    view = asha.add_to_cart([line("idly")], unmet)

    assert [row.item_id for row in view.changed] == ["idly"]
    kinds, data = zip(*events(db, view.session_id), strict=True)
    assert kinds == ("item_added", "demand_unmet", "demand_unmet")
    assert data[1] == {"words": "pizza", "item_id": None, "reason": "not_found", "quantity": 2}
    assert data[2]["words"] == "x" * 200


def test_nothing_of_it_was_found(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    quoted = asha.checkout()
    view = asha.add_to_cart([], [{"words": "pizza", "quantity": 1}])

    assert (view.changed, view.checkout, view.seq) == ((), quoted.checkout, 2)
    assert events(db, view.session_id)[-1][0] == "demand_unmet"


def test_a_refused_line_leaves_no_demand_behind(asha: Caller, db: Connection) -> None:
    with refused("OC001"):
        asha.add_to_cart([line("no_such_dish")], [{"words": "pizza", "quantity": 1}])
    assert count(db, "warm.session_events") == 0
