"""update_item: other options, removals or another note for a line in the cart."""

from decimal import Decimal

import pytest
from psycopg import Connection

from tests.support.records import event_types, events, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, Document, chosen, items, last, line, position


@pytest.fixture
def dosas(asha: Caller) -> Caller:
    """Asha with two mild masala dosas."""
    asha.add_to_cart([line("masala_dosa", 2, options=[chosen("spice", "mild")])])
    return asha


def test_an_option_of_a_group_of_one_replaces_the_old(dosas: Caller, db: Connection) -> None:
    view = dosas.update_item(last(), {"options": [chosen("spice", "spicy")]})

    assert [[option.name for option in row.options] for row in view.lines] == [["Spicy"]]
    assert [(row.quantity, row.delta) for row in view.changed] == [(2, 0)]
    kind, data = events(db, view.session_id)[-1]
    assert (kind, data["quantity_after"], data["line_no"]) == ("item_updated", 2, 1)


def test_options_of_other_groups_stay_and_are_priced(dosas: Caller) -> None:
    view = dosas.update_item(last(), {"options": [chosen("extras", "ghee")]})

    assert [option.name for option in view.lines[0].options] == ["Mild", "Ghee Topping"]
    assert (str(view.lines[0].unit_price), str(view.total)) == ("100.00", "200.00")


def test_another_of_a_group_for_any_number_leaves_the_first(dosas: Caller) -> None:
    dosas.update_item(last(), {"options": [chosen("extras", "ghee")]})
    view = dosas.update_item(last(), {"options": [chosen("extras", "podi")]})
    assert [option.option_id for option in view.lines[0].options] == ["mild", "ghee", "podi"]


def test_what_is_left_out_can_be_taken_back(dosas: Caller) -> None:
    dosas.update_item(last(), {"without": [chosen("ingredients", "onion")]})
    view = dosas.update_item(last(), {"without_options": [chosen("ingredients", "onion")]})
    assert (view.lines[0].without, len(view.lines[0].options)) == ((), 1)


def test_an_option_is_taken_off_again(dosas: Caller) -> None:
    view = dosas.update_item(last(), {"without_options": [chosen("spice", "mild")]})
    assert view.lines[0].options == ()


def test_what_is_left_out_is_not_chosen_as_well(dosas: Caller) -> None:
    extra_onion = chosen("ingredients", "onion", amount="extra")
    dosas.update_item(last(), {"options": [extra_onion]})
    view = dosas.update_item(last(), {"without": [chosen("ingredients", "onion")]})
    assert [option.name for option in view.lines[0].options] == ["Mild"]
    assert [thing.name for thing in view.lines[0].without] == ["Onion"]

    view = dosas.update_item(last(), {"options": [extra_onion]})
    assert [option.amount for option in view.lines[0].options] == [None, "extra"]
    assert view.lines[0].without == ()


def test_a_note_changes_and_stays(dosas: Caller) -> None:
    assert dosas.update_item(last(), {"note": "crisp"}).lines[0].note == "crisp"
    view = dosas.update_item(last(), {"options": [chosen("extras", "podi")], "note": None})
    assert view.lines[0].note == "crisp"


def test_a_line_that_becomes_equal_to_another_joins_it(dosas: Caller, db: Connection) -> None:
    dosas.add_to_cart([line("masala_dosa", options=[chosen("spice", "spicy")])])
    view = dosas.update_item(last(), {"options": [chosen("spice", "mild")]})

    assert [(row.line_no, row.quantity) for row in view.lines] == [(1, 3)]
    assert [(row.quantity, row.delta) for row in view.changed] == [(3, 1)]
    assert event_types(db, view.session_id)[-2:] == ["item_removed", "item_added"]


def test_a_line_that_becomes_equal_to_a_removed_one_starts_from_zero(dosas: Caller) -> None:
    dosas.remove_from_cart([last()])
    dosas.add_to_cart([line("masala_dosa")])
    view = dosas.update_item(last(), {"options": [chosen("spice", "mild")]})

    assert [(row.line_no, row.quantity) for row in view.lines] == [(1, 1)]


def test_the_price_is_read_again(dosas: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set price = 90 where item_id = 'masala_dosa'")
    view = dosas.update_item(last(), {"note": "crisp"})
    assert str(view.total) == "180.00"


def test_a_price_that_moved_meanwhile_is_told(dosas: Caller, db: Connection) -> None:
    def was(change: Document) -> list[Decimal | None]:
        return [row.was for row in dosas.update_item(last(), change).changed]

    assert was({"options": [chosen("extras", "ghee")]}) == [None]
    db.execute("update cold.menu_item set price = 95 where item_id = 'masala_dosa'")
    assert was({"options": [chosen("spice", "spicy")]}) == [Decimal("100.00")]
    assert was({"options": [chosen("spice", "mild")]}) == [None]


def test_several_lines_fit_so_it_asks(dosas: Caller) -> None:
    dosas.add_to_cart([line("masala_dosa")])
    view = dosas.update_item(items("masala_dosa"), {"note": "crisp"})
    assert (view.ask_lines, view.changed) == ((1, 2), ())


def test_refuses_and_changes_nothing(dosas: Caller, db: Connection) -> None:
    dosas.add_to_cart([line("chapati_combo", options=[chosen("gravy", "tomato_salna")])])
    before = everything(db)
    refusals: list[tuple[str, Document, Document]] = [
        ("OC007", position(9), {"note": "crisp"}),
        ("OC008", position(1), {"options": [chosen("gravy", "tomato_salna")]}),
        ("OC008", position(1), {"without": [chosen("spice", "mild")]}),
        ("OC009", position(2), {"without_options": [chosen("gravy", "tomato_salna")]}),
        ("OC010", position(1), {"options": [chosen("spice", "medium"), chosen("spice", "spicy")]}),
    ]
    for sqlstate, reference, change in refusals:
        with refused(sqlstate):
            dosas.update_item(reference, change)
    assert everything(db) == before


def test_a_dish_that_cannot_be_had_now(dosas: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false where item_id = 'masala_dosa'")
    with refused("OC005"):
        dosas.update_item(last(), {"note": "crisp"})
    db.execute("update cold.menu_item set is_removed = true where item_id = 'masala_dosa'")
    with refused("OC001"):
        dosas.update_item(last(), {"note": "crisp"})


def test_a_dish_that_is_not_served_any_more(asha: Caller) -> None:
    asha.turn_clock("2026-03-02 11:29+05:30")
    asha.add_to_cart([line("rava_idly")])
    asha.turn_clock("2026-03-02 11:30+05:30")
    with refused("OC006"):
        asha.update_item(last(), {"note": "soft"})


def test_joined_lines_stay_within_99(dosas: Caller) -> None:
    dosas.set_quantity(last(), 60)
    dosas.add_to_cart([line("masala_dosa", 60)])
    with refused("OC004"):
        dosas.update_item(last(), {"options": [chosen("spice", "mild")]})
    assert dosas.view_cart().item_count == 120


def test_nothing_was_mentioned(asha: Caller) -> None:
    with refused("OC002"):
        asha.update_item(last(), {"note": "crisp"})


def either(choice: int, *options: Document) -> list[Document]:
    """Options one phrase may mean."""
    return [{**option, "choice": choice} for option in options]


def test_of_what_a_phrase_may_mean_the_dish_has_one(dosas: Caller) -> None:
    spicy = either(1, chosen("milk", "soy_milk"), chosen("spice", "spicy"))
    view = dosas.update_item(last(), {"options": spicy})
    assert [[option.name for option in row.options] for row in view.lines] == [["Spicy"]]

    view = dosas.add_to_cart(
        [line(last(), options=either(1, chosen("spice", "mild"), chosen("milk", "soy_milk")))]
    )
    assert [[option.name for option in row.options] for row in view.changed] == [["Mild"]]


@pytest.mark.parametrize(
    "options",
    [
        either(1, chosen("milk", "soy_milk"), chosen("sweetness", "no_sugar")),
        either(1, chosen("spice", "spicy"), chosen("extras", "ghee")),
        [*either(1, chosen("spice", "spicy")), *either(2, chosen("milk", "soy_milk"))],
    ],
    ids=["none of them", "several of them", "none for the second"],
)
def test_what_a_phrase_may_mean_is_not_guessed(
    dosas: Caller, db: Connection, options: list[Document]
) -> None:
    before = everything(db)
    with refused("OC008") as refusal:
        dosas.update_item(last(), {"options": options})
    assert refusal.words == {"item": "Masala Dosa"}
    with refused("OC008"):
        dosas.add_to_cart([line(last(), options=options)])
    assert everything(db) == before
