"""Changes of the cart as people say them, with all that goes along."""

import pytest

from bot.intent.rules.parser import parse
from tests.bot.intent.menus import in_words, small_menu
from tools.kit.call import Call, Json

MENU = small_menu()


def add(quantity: int, item: str) -> Call:
    return Call("add_to_cart", {"lines": [{"quantity": quantity, "item": item}]})


def remove(*items: str) -> Call:
    return Call("remove_from_cart", {"items": [*items]} if items else {})


def update(*options: str, item: str | None = None) -> Call:
    named: dict[str, Json] = {"item": item} if item else {}
    return Call("update_item", {**named, "options": [*options]})


def instead(new: str, item: str | None = None, quantity: int | None = None) -> Call:
    said: dict[str, Json] = {"new": new, "item": item, "quantity": quantity}
    return Call("replace_item", {name: value for name, value in said.items() if value})


def how_many(quantity: int, item: str | None = None) -> Call:
    return Call("set_quantity", {**({"item": item} if item else {}), "quantity": quantity})


SWAPS = {
    "replace the idly with 2 vada": instead("vada", "idly", 2),
    "please change the coffee to tea": instead("tea", "coffee"),
    "sorry, could I swap my coffee for a tea": instead("tea", "coffee"),
    "instead of the idly I want a vada": instead("vada", "idly"),
    "can I get a vada instead of the idly": instead("vada", "idly"),
    "no wait, can you change that to a tea": instead("tea"),
    "I changed my mind, a tea instead": instead("tea"),
    "I meant masala dosa": instead("masala dosa"),
    "swap it with masala dosa": instead("masala dosa"),
    "swap it with dosa": instead("dosa"),
    "I'd rather have a tea": instead("tea"),
    "I'd rather have a tea than the coffee": instead("tea", "coffee"),
    "I said tea, not coffee": instead("tea", "coffee"),
    "change my order from the idly to a vada": instead("vada", "idly"),
    "change the order to one vada instead of the idly": instead("vada", "idly", 1),
    "get rid of the coffee and replace it with tea": instead("tea", "coffee"),
    "I don't want the coffee, give me a tea instead": instead("tea", "coffee"),
    "tea insted of the coffee": instead("tea", "coffee"),
}
TWEAKS = {
    "no, make it large": update("large"),
    "set it to large": update("large"),
    "oh no, actually, can I have that be spicy": update("spicy"),
    "no that's wrong. it needs to be large": update("large"),
    "could you add some cheese to mine": update("cheese"),
    "I'd like the cheese with that please": update("cheese"),
    "the cheese sounds good, let me have that": update("cheese"),
    "can you make the coffee large": update("large", item="coffee"),
    "can the masala dosa be spicy": update("spicy", item="masala dosa"),
    "the coffee should be large": update("large", item="coffee"),
    "the coffee should be large, not small": update("large", item="coffee"),
    "make the coffee a large": update("large", item="coffee"),
    "change the size of the coffee to large": update("large", item="coffee"),
    "upgrade my coffee to large": update("large", item="coffee"),
    "make all of them spicy": update("spicy", item="all"),
    "can both coffees be large": update("large", item="all coffees"),
    "oh and I forgot to say large": update("large"),
    "put some cheese on the masala dosa": update("cheese", item="masala dosa"),
    "no that was wrong, I want it spicy": update("spicy"),
}
REMOVALS = {
    "take the small coffee off": remove("small coffee"),
    "the vada is not needed": remove("vada"),
    "forget about the vada": remove("vada"),
    "we'd rather not have the tea": remove("tea"),
    "I won't need the tea after all": remove("tea"),
    "no vada please": remove("vada"),
    "vada vendam": remove("vada"),
    "I don't need the tea, please cancel it": remove("tea"),
    "cancel the idly and the tea": remove("idly", "tea"),
    "cancle the tea": remove("tea"),
    "remove everything except the idly and the tea": remove("all except idly and tea"),
    "keep the idly and cancel the rest": remove("all except idly"),
    "delete the second item": remove("second one"),
    "cancel the coffee I ordered": remove("coffee"),
    "no, could you please cancel the tea": remove("tea"),
    "I need to cancel the tea, I just want the idly": remove("tea"),
    "please take the vada off my order": remove("vada"),
    "I don't need the vada anymore": remove("vada"),
}
COUNTS = {
    "change the quantity of idly from 2 to 3": how_many(3, "idly"),
    "reduce the idly to 1": how_many(1, "idly"),
    "set idly to 3": how_many(3, "idly"),
    "set the masala dosa to 2 please": how_many(2, "masala dosa"),
    "make it to 4": how_many(4),
    "make it 3 idly": how_many(3, "idly"),
    "sorry, I need 3 idly not 2": how_many(3, "idly"),
    "5 masala dosa instead of 2": how_many(5, "masala dosa"),
    "instead of 2 idly give me 3": how_many(3, "idly"),
    "idly quantity should be 4": how_many(4, "idly"),
    "it should be two teas": how_many(2, "teas"),
    "all items need 3 quantity": how_many(3, "all"),
    "I want all three items as 2": how_many(2, "all"),
    "2 of each": how_many(2, "all"),
    "no, make that two": how_many(2),
}
SOME = {
    "make one of the coffees large": {"item": "coffees", "options": ["large"], "quantity": 1},
    "only one of them spicy": {"options": ["spicy"], "quantity": 1},
}
WITHOUT = {
    "take the onion off the masala dosa": {"item": "masala dosa", "without": ["onion"]},
    "the masala dosa should be without onion": {"item": "masala dosa", "without": ["onion"]},
    "cheese instead of onion please": {"options": ["cheese"], "without": ["onion"]},
    "no onion, garlic instead": {"options": ["garlic"], "without": ["onion"]},
    "I don't want it spicy": {"without": ["spicy"]},
}
SEVERAL = {
    "remove the idly and add a vada": (remove("idly"), add(1, "vada")),
    "one more tea and remove the idly": (add(1, "tea"), remove("idly")),
    "remove the idly, a vada": (remove("idly"), add(1, "vada")),
    "make the idly 2 and the masala dosa 3": (how_many(2, "idly"), how_many(3, "masala dosa")),
    "change idly to 2 and vada to 3": (how_many(2, "idly"), how_many(3, "vada")),
    "make the coffee large and the idly 2": (update("large", item="coffee"), how_many(2, "idly")),
    "make the idly 2 and add a vada": (how_many(2, "idly"), add(1, "vada")),
    "start over, 2 idly": (Call("clear_cart"), add(2, "idly")),
    "cheese for the masala dosa and cashew for the plain dosa": (
        update("cheese", item="masala dosa"),
        update("cashew", item="plain dosa"),
    ),
}
NO_EDITS = [
    "2 idly that's all",
    "a coffee with one spoon of sugar",
    "a masala dosa with cheese instead of onion",
    "cancel my flight to Delhi",
    "how do I cancel an order",
    "change the world",
    "remove the dent from my car",
    "do you have anything instead of sugar",
    "swap the idly and the vada",
    "cancel one item",
    "remove both",
]


@pytest.mark.parametrize(("text", "call"), SWAPS.items())
def test_one_dish_comes_in_the_place_of_another(text: str, call: Call) -> None:
    assert in_words(parse(text, MENU), MENU) == (call,)


@pytest.mark.parametrize("text", ["change the coffee to dosa", "a pizza instead of the idly"])
def test_nothing_goes_before_it_is_clear_what_comes(text: str) -> None:
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


@pytest.mark.parametrize(("text", "call"), COUNTS.items())
def test_how_many_there_shall_be(text: str, call: Call) -> None:
    assert parse(text, MENU) == (call,)


@pytest.mark.parametrize(("text", "args"), [*SOME.items(), *WITHOUT.items()])
def test_some_pieces_or_without_something(text: str, args: dict[str, Json]) -> None:
    assert parse(text, MENU) == (Call("update_item", args),)


@pytest.mark.parametrize(("text", "calls"), SEVERAL.items())
def test_several_changes_at_once(text: str, calls: tuple[Call, ...]) -> None:
    assert in_words(parse(text, MENU), MENU) == calls


@pytest.mark.parametrize("text", NO_EDITS)
def test_what_only_sounds_like_a_change_changes_nothing(text: str) -> None:
    changes = {"update_item", "remove_from_cart", "replace_item", "set_quantity", "clear_cart"}
    assert changes.isdisjoint(call.tool for call in parse(text, MENU))


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
