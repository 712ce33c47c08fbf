"""choose_options: the pages of a dish and of a line of the cart."""

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, cart, line, turn, view
from tools.customer.choose_options import choose_options
from tools.kit.call import Call, Json
from tools.kit.errors import LineNotFound, UnknownItem
from tools.kit.result import Button, Result

SAY = PlainSpeech()
PICKED = ["#2", "#6", "no #3"]


def labels(result: Result) -> list[str]:
    return [button.label for row in result.buttons(SAY) for button in row]


def button(result: Result, label: str) -> Button:
    return next(one for row in result.buttons(SAY) for one in row if one.label == label)


async def page(
    item: str = "#4", options: list[str] | None = None, at: str | None = None, **more: Json
) -> Result:
    """A page of a dish that is not in the cart yet."""
    return await choose_options(turn(RecordingDatabase(view(**more))), item, options, at=at)


async def page_of_line(
    changed: dict[str, Json], options: list[str] | None = None, at: str | None = None
) -> Result:
    """A page of a line of the cart."""
    return await choose_options(
        turn(RecordingDatabase(cart(changed))), options=options, line=1, at=at
    )


async def test_a_dish_with_few_options_has_them_all_on_one_page() -> None:
    result = await page(options=PICKED)
    assert result.text(SAY) == "Masala Dosa: ₹80.\nYour choice: Spicy, no Onion, Ghee."
    assert [[one.label for one in row] for row in result.buttons(SAY)] == [
        ["Mild", "✓ Spicy"],
        ["Onion", "✓ no Onion"],
        ["Garlic", "no Garlic"],
        ["Green Chilli", "no Green Chilli"],
        ["✓ Ghee +₹20", "Cheddar Cheese +₹30"],
        ["Paneer Cheese +₹40"],
        ["Add to cart: ₹100"],
        ["Menu"],
    ]
    assert button(result, "Add to cart: ₹100").call == Call(
        "add_to_cart",
        {"lines": [{"item": "#4", "quantity": 1, "options": ["#2", "no #3", "#6"]}]},
    )


@pytest.mark.parametrize(
    ("pressed", "after"),
    [
        ("Mild", ["#1", "no #3", "#6"]),
        ("✓ Spicy", ["no #3", "#6"]),
        ("✓ no Onion", ["#2", "#6"]),
        ("Onion", ["#2", "#3", "#6"]),
        ("no Garlic", ["#2", "no #3", "no #4", "#6"]),
        ("Cheddar Cheese +₹30", ["#2", "no #3", "#6", "#7"]),
    ],
)
async def test_a_press_turns_one_choice_round(pressed: str, after: list[str]) -> None:
    call = button(await page(options=PICKED), pressed).call
    assert call.tool == "choose_options"
    assert call.args == {"item": "#4", "options": after}


async def test_what_is_chosen_can_be_had_in_the_amounts_of_its_group() -> None:
    result = await page(options=["extra #4"])
    assert labels(result)[4:8] == ["✓ Garlic", "no Garlic", "light Garlic", "✓ extra Garlic"]
    assert button(result, "light Garlic").call.args["options"] == ["light #4"]
    assert button(result, "✓ extra Garlic").call.args["options"] == ["#4"]
    assert button(result, "✓ Garlic").call.args == {"item": "#4"}


async def test_what_can_be_counted_is_stepped() -> None:
    result = await page("filter coffee", ["2 #13"])
    assert "Add to cart: ₹60" in labels(result)
    assert button(result, "✓ 2x Espresso Shot +₹15").call.args == {"item": "#16"}
    assert button(result, "+").call.args["options"] == ["3 #13"]
    assert button(result, "\N{MINUS SIGN}").call.args["options"] == ["#13"]


async def test_one_more_than_a_group_holds_is_not_taken_and_the_limit_is_said() -> None:
    full = await page(options=["#6", "#7"])
    third = button(full, "Paneer Cheese +₹40").call
    assert third.args["options"] == ["#6", "#7", "#8"]
    result = await page(options=["#6", "#7", "#8"], at="#8")
    assert result.text(SAY).splitlines() == [
        "Extras for Masala Dosa. Choose up to 2.",
        "Your choice: Ghee, Cheddar Cheese.",
        "You can choose at most 2 of Extras for Masala Dosa: take one off first.",
    ]
    assert "✓ Ghee +₹20" in labels(result)
    assert "Paneer Cheese +₹40" in labels(result)


async def test_a_default_is_marked_until_another_is_chosen() -> None:
    assert "✓ Cow Milk" in labels(await page("cold coffee"))
    oat = await page("cold coffee", ["#15"])
    assert {"Cow Milk", "✓ Oat Milk +₹25"} <= set(labels(oat))


async def test_a_required_choice_is_named_on_the_way_into_the_cart() -> None:
    result = await page("veg biryani")
    add = button(result, "Add to cart: choose Portion")
    assert add.call == Call("add_to_cart", {"lines": [{"item": "#12", "quantity": 1}]})
    assert "Add to cart: ₹100" in labels(await page("veg biryani", ["#9"]))


async def test_a_groups_page_goes_back_with_everything_chosen() -> None:
    result = await page(options=PICKED, at="#3")
    assert result.text(SAY).splitlines()[0] == "Ingredients for Masala Dosa."
    assert button(result, "Done").call == Call(
        "choose_options", {"item": "#4", "options": ["#2", "no #3", "#6"]}
    )
    assert button(result, "Garlic").call.args["at"] == "#4"


async def test_a_line_of_the_cart_has_the_same_page_with_what_it_is_like() -> None:
    changed = line(
        1, "Masala Dosa", 2, 120, note="hot",
        options=[
            {"group_id": "extras", "option_id": "ghee", "name": "Ghee"},
            {"group_id": "ingredients", "option_id": "garlic", "name": "Garlic",
             "amount": "extra"},
        ],
        without=[{"group_id": "ingredients", "option_id": "onion", "name": "Onion"}],
    )  # fmt: skip
    result = await page_of_line(changed)
    assert result.text(SAY).splitlines() == [
        "2x Masala Dosa in your cart. What shall be different?",
        "Your choice: extra Garlic, no Onion, Ghee.",
        'Note: "hot".',
    ]
    assert labels(result)[-2:] == ["Remove", "View cart"]
    off = button(result, "✓ Ghee +₹20").call
    assert off == Call("choose_options", {"line": 1, "options": ["usual #6"]})
    back = await page_of_line(changed, ["usual #6"])
    assert button(back, "Ghee +₹20").call == Call("choose_options", {"line": 1})
    swapped = await page_of_line(changed, ["#2", "usual #3", "usual #6"])
    assert "Your choice: Spicy, extra Garlic." in swapped.text(SAY)
    assert button(swapped, "Save: ₹80 each").call == Call(
        "update_item", {"line": 1, "options": ["#2", "usual #3", "usual #6"]}
    )


async def test_in_a_group_for_one_the_new_choice_of_a_line_takes_the_olds_place() -> None:
    mild: list[Json] = [{"group_id": "spice", "option_id": "mild", "name": "Mild"}]
    changed = line(1, "Masala Dosa", 1, 80, options=mild)
    spicy = button(await page_of_line(changed), "Spicy").call
    assert spicy.args["options"] == ["usual #1", "#2"]
    result = await page_of_line(changed, ["usual #1", "#2"])
    assert {"Mild", "✓ Spicy", "Save: ₹80"} <= set(labels(result))


async def test_a_line_that_is_gone_has_no_page() -> None:
    with pytest.raises(LineNotFound):
        await choose_options(turn(RecordingDatabase(view())), line=1)


async def test_the_page_says_what_to_know_before_ordering() -> None:
    assert (await page("ghee dosa")).text(SAY) == "Ghee Dosa: ₹90. Contains dairy."
    assert (await page("egg curry")).text(SAY) == "Egg Curry: ₹90. Served for Dinner."
    rava = await page("rava dosa")
    assert rava.text(SAY) == "Rava Dosa: ₹70. Sold out at the moment."
    assert labels(rava) == ["Menu"]


@pytest.mark.parametrize("words", ["pizza", "dosa", "#99"])
async def test_there_is_no_page_without_a_dish(words: str) -> None:
    with pytest.raises(UnknownItem):
        await page(words)
