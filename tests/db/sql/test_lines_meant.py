"""Which lines an edit is about: all of them, all but some, those with an option, those that can."""

import pytest

from tests.support.turns import Caller, Document, chosen, items, last, line

ALL: Document = {"all": True}


@pytest.fixture
def cart(asha: Caller) -> Caller:
    """A mild dosa, a spicy one and two idlies, which were mentioned last."""
    asha.add_to_cart([line("masala_dosa", options=[chosen("spice", "mild")])])
    asha.add_to_cart([line("masala_dosa", options=[chosen("spice", "spicy")]), line("idly", 2)])
    return asha


def made(caller: Caller) -> list[tuple[str, int, list[str]]]:
    return [
        (one.item_id, one.quantity, [each.option_id for each in one.options])
        for one in caller.view_cart().lines
    ]


def test_all_are_given_a_quantity(cart: Caller) -> None:
    view = cart.set_quantity(ALL, 3)
    assert [one.quantity for one in view.lines] == [3, 3, 3]
    assert len(view.changed) == 3


def test_all_but_some_are_removed(cart: Caller) -> None:
    cart.remove_from_cart([{"all": True, "except": ["idly"]}])
    assert made(cart) == [("idly", 2, [])]


def test_an_option_tells_two_lines_of_a_dish_apart(cart: Caller) -> None:
    spicy = {**items("masala_dosa"), "options": [[chosen("spice", "spicy")]]}
    cart.remove_from_cart([spicy])
    assert made(cart) == [("masala_dosa", 1, ["mild"]), ("idly", 2, [])]


def test_a_dish_whose_name_only_holds_the_words_comes_second(cart: Caller) -> None:
    cart.remove_from_cart([{"item_ids": ["plain_dosa"], "also": ["idly"]}])
    assert [item for item, _, _ in made(cart)] == ["masala_dosa", "masala_dosa"]


def test_what_cannot_be_made_so_is_not_meant(asha: Caller) -> None:
    asha.add_to_cart([line("masala_dosa"), line("filter_coffee")])
    asha.update_item(last(), {"options": [chosen("spice", "spicy")]})
    assert made(asha) == [("masala_dosa", 1, ["spicy"]), ("filter_coffee", 1, [])]


def test_of_several_that_can_it_asks_which(cart: Caller) -> None:
    cart.add_to_cart([line("filter_coffee")])
    view = cart.update_item(last(), {"options": [chosen("spice", "spicy")]})
    assert view.changed == ()
    assert len(view.ask_lines) >= 2


def test_all_that_can_are_made_so_and_equal_lines_join(cart: Caller) -> None:
    both = {**items("masala_dosa"), "all": True}
    cart.update_item(both, {"options": [chosen("spice", "medium")]})
    assert made(cart) == [("masala_dosa", 2, ["medium"]), ("idly", 2, [])]


def test_some_pieces_leave_their_line(cart: Caller) -> None:
    cart.update_item(items("idly"), {"options": [chosen("extras", "ghee")]}, 1)
    assert sorted(made(cart)[2:]) == [("idly", 1, []), ("idly", 1, ["ghee"])]
