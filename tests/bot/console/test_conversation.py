"""What typed lines and pressed buttons hand to the shop."""

import pytest

from bot.channels.console.choices import chips, chosen
from bot.channels.console.conversation import Conversation, UnknownButtonError
from bot.commands import COMMANDS
from tests.bot.console.replies import CART, MENU, PAY, Shop
from tools.kit.call import Call


def talk(shop: Shop) -> Conversation:
    return Conversation(shop.take, "demo", "asha")


def test_a_sentence_is_handed_in_as_it_was_typed() -> None:
    shop = Shop(CART)
    talk(shop).hear("add 2 idly")
    heard = shop.heard[0]
    assert (heard.tenant, heard.channel, heard.chat, heard.sender) == (
        "demo", "console", "asha", "asha",
    )  # fmt: skip
    assert (heard.text, heard.calls) == ("add 2 idly", None)
    assert heard.command_id.startswith("console:")


def test_every_turn_has_its_own_command_id() -> None:
    shop = Shop(CART)
    conversation = talk(shop)
    for _ in range(3):
        conversation.hear("one more")
    assert len({heard.command_id for heard in shop.heard}) == 3


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_its_call(name: str) -> None:
    shop = Shop(CART)
    talk(shop).hear(f"/{name.upper()} now")
    command = COMMANDS[name]
    more = {command.takes: "now"} if command.takes else command.call.args
    assert shop.calls == [(Call(command.call.tool, more),)]


def test_a_code_on_a_table_is_a_command_too() -> None:
    shop = Shop(CART)
    talk(shop).hear("/start table-4")
    assert shop.calls == [(Call("choose_table", {"table": "4"}),)]


def test_what_is_typed_after_a_command_is_heard_where_it_takes_words() -> None:
    shop = Shop(CART)
    talk(shop).hear("/language  hi")
    talk(shop).hear("/cart now")
    assert shop.calls == [(Call("choose_language", {"language": "hi"}),), (Call("view_cart"),)]


def test_an_unknown_command_is_a_sentence() -> None:
    shop = Shop(CART)
    talk(shop).hear("/pizza")
    talk(shop).hear("/")
    assert [(heard.text, heard.calls) for heard in shop.heard] == [("/pizza", None), ("/", None)]


@pytest.mark.parametrize(
    ("label", "presses"),
    [("Cash", "Cash"), ("cash", "Cash"), ("UP", "UPI"), ("Card", "Card"), ("ard", "Card")],
)
def test_pressing_by_label_or_a_part_of_one(label: str, presses: str) -> None:
    shop = Shop(PAY)
    conversation = talk(shop)
    conversation.hear("checkout")
    conversation.press(conversation.button(label))
    assert shop.heard[1].text == presses
    assert shop.heard[1].calls == (Call("pressed", {"label": presses}),)


@pytest.mark.parametrize("label", ["Bitcoin", "ca", "", "1"])
def test_pressing_what_is_not_there_names_what_is(label: str) -> None:
    conversation = talk(Shop(PAY))
    conversation.hear("checkout")
    with pytest.raises(UnknownButtonError, match=r"which has: Cash, Card, UPI$"):
        conversation.button(label)


def test_pressing_before_anything_was_said() -> None:
    with pytest.raises(UnknownButtonError, match="which has: no buttons"):
        talk(Shop(PAY)).button("Cash")


def test_chips_count_on_after_the_dishes() -> None:
    assert {number: button.label for number, button in chips(MENU).items()} == {
        11: "Dosa",
        12: "More",
    }
    assert list(chips(PAY)) == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("9", Call("dish_9")),
        ("11", Call("pressed", {"label": "Dosa"})),
        ("more", Call("pressed", {"label": "More"})),
    ],
)
def test_a_number_or_label_on_the_screen_is_pressed(text: str, call: Call) -> None:
    button = chosen(text, MENU)
    assert button is not None
    assert button.call == call


@pytest.mark.parametrize("text", ["10", "1", "13", "0", "-1", "²", "2 dosa", "mor"])
def test_anything_else_is_a_sentence(text: str) -> None:
    assert chosen(text, MENU) is None
    assert chosen("1", None) is None
