"""Changes of the cart as people say them, with all that goes along."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import small_menu
from tools.kit.call import Call, Json

MENU = small_menu()


def add(quantity: int, item: str) -> Call:
    return Call("add_to_cart", {"lines": [{"quantity": quantity, "item": item}]})


def remove(*items: str) -> Call:
    return Call("remove_from_cart", {"items": [*items]} if items else {})


def update(*options: str, item: str | None = None) -> Call:
    named: dict[str, Json] = {"item": item} if item else {}
    return Call("update_item", {**named, "options": [*options]})


SWAPS = {
    "replace the idly with 2 vada": (remove("idly"), add(2, "vada")),
    "please change the coffee to tea": (remove("coffee"), add(1, "tea")),
    "sorry, could I swap my coffee for a tea": (remove("coffee"), add(1, "tea")),
    "instead of the idly I want a vada": (remove("idly"), add(1, "vada")),
    "can I get a vada instead of the idly": (remove("idly"), add(1, "vada")),
    "no wait, can you change that to a tea": (remove(), add(1, "tea")),
    "I changed my mind, a tea instead": (remove(), add(1, "tea")),
    "I meant masala dosa": (remove(), add(1, "masala dosa")),
}
TWEAKS = {
    "no, make it large": update("large"),
    "oh no, actually, can I have that be spicy": update("spicy"),
    "no that's wrong. it needs to be large": update("large"),
    "could you add some cheese to mine": update("cheese"),
    "I'd like the cheese with that please": update("cheese"),
    "the cheese sounds good, let me have that": update("cheese"),
    "can you make the coffee large": update("large", item="coffee"),
}
REMOVALS = {
    "cancel the coffee I ordered": remove("coffee"),
    "no, could you please cancel the tea": remove("tea"),
    "I need to cancel the tea, I just want the idly": remove("tea"),
    "please take the vada off my order": remove("vada"),
    "I don't need the vada anymore": remove("vada"),
}
COUNTS = {
    "change the quantity of idly from 2 to 3": ("idly", 3),
    "reduce the idly to 1": ("idly", 1),
    "make it 3 idly": ("idly", 3),
}


@pytest.mark.parametrize(("text", "calls"), SWAPS.items())
def test_one_dish_goes_and_another_comes(text: str, calls: tuple[Call, ...]) -> None:
    assert parse(text, MENU) == calls


@pytest.mark.parametrize("text", ["change the coffee to dosa", "a pizza instead of the idly"])
def test_nothing_goes_for_a_dish_that_has_to_be_asked_about(text: str) -> None:
    assert "remove_from_cart" not in {call.tool for call in parse(text, MENU)}


@pytest.mark.parametrize(("text", "call"), TWEAKS.items())
def test_what_is_left_of_a_wordy_change_are_options(text: str, call: Call) -> None:
    assert parse(text, MENU) == (call,)


@pytest.mark.parametrize(
    "text", ["hold the onion", "don't make it spicy", "not spicy", "no cheese"]
)
def test_what_shall_not_be_is_never_chosen(text: str) -> None:
    assert all(not call.args.get("options") for call in parse(text, MENU))


@pytest.mark.parametrize(("text", "call"), REMOVALS.items())
def test_what_is_told_beside_a_removal_is_let_be(text: str, call: Call) -> None:
    assert parse(text, MENU) == (call,)


@pytest.mark.parametrize(("text", "said"), COUNTS.items())
def test_a_count_may_be_told_with_the_one_before(text: str, said: tuple[str, int]) -> None:
    assert parse(text, MENU) == (Call("set_quantity", {"item": said[0], "quantity": said[1]}),)


@pytest.mark.parametrize(
    "text",
    [
        "I'd like a coffee. My name is Asha.",
        "my name's Ravi and I want a coffee",
        "a coffee please, it's for Asha",
        "hi, a coffee. oh, thanks",
    ],
)
def test_who_it_is_for_is_no_part_of_the_order(text: str) -> None:
    assert parse(text, MENU) == (add(1, "coffee"),)


def test_that_was_all_may_follow_without_a_pause() -> None:
    assert parse("2 idly that's all", MENU) == (add(2, "idly"), Call("checkout"))
