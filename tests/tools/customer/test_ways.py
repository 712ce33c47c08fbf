"""How an order is had: what the tools hand to SQL, and what they say of it."""

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import RecordingDatabase, cart, line, turn, view
from tools.customer.choose_order_type import choose_order_type
from tools.customer.choose_table import choose_table
from tools.customer.give_address import give_address
from tools.customer.give_phone import give_phone
from tools.customer.share_location import share_location
from tools.kit.call import Call, Json
from tools.kit.errors import BadArguments
from tools.kit.result import Result
from tools.resolve.place import address_of, phone_of

SAY = PlainSpeech()


def labels(result: Result) -> list[str]:
    """What can be pressed."""
    return [button.label for row in result.buttons(SAY) for button in row]


def asked(*problems: Json) -> RecordingDatabase:
    """SQL that finds these in the way of a cart."""
    return RecordingDatabase(cart(line(1, "Idly", 2, 40), quote={"problems": [*problems]}))


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("12 Lake Road", "12 Lake Road"),
        ("  12  Lake Road,\n\n Flat 4B ,\r\n560034 ", "12 Lake Road, Flat 4B, 560034"),
        ("12 Lake\x00 Road\x1b", "12 Lake Road"),
        ("தெரு 5", "தெரு 5"),
        (" ,\n", ""),
        ("🙂", ""),
        ("x" * 600, "x" * 500),
    ],
)
def test_an_address_is_kept_on_one_line(words: str, address: str) -> None:
    assert address_of(words) == address


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("+91 98450-12345", "+919845012345"),
        ("9845012345", "9845012345"),
        ("1234", ""),
        ("+", ""),
        ("1" * 21, ""),
    ],
)
def test_a_number_is_kept_as_its_digits(words: str, phone: str) -> None:
    assert phone_of(words) == phone


async def test_an_address_without_words_is_asked_for() -> None:
    database = RecordingDatabase(view())
    result = await give_address(turn(database), " , ")
    assert database.calls == [("record_turn",)]
    assert result.text(SAY).startswith("Where shall we bring it?")
    assert (result.awaits(), result.wants()) == ("address", ("location", "phone"))


async def test_a_table_is_chosen_from_those_there_are() -> None:
    database = asked({"kind": "table_missing", "tables": ["1", "2", "T-4"]})
    result = await choose_table(turn(database))
    assert database.calls == [("choose_table", None)]
    assert labels(result) == ["1", "2", "T-4", "Menu", "View cart"]
    assert (result.awaits(), result.wants()) == ("table", ())


async def test_which_way_is_asked_with_what_the_shop_offers() -> None:
    database = asked({"kind": "order_type_missing", "offered": ["take_away", "delivery"]})
    result = await choose_order_type(turn(database))
    assert result.text(SAY) == "How would you like it: take-away, delivery?"
    assert labels(result)[:2] == ["Take-away", "Delivery"]


async def test_the_address_known_is_a_yes_or_no() -> None:
    database = asked({"kind": "address_known", "address": "12 Lake Road"})
    result = await choose_order_type(turn(database), "delivery")
    assert result.text(SAY) == "Deliver to 12 Lake Road?"
    assert labels(result)[:2] == ["Yes", "Another address"]
    assert (result.if_yes(), result.if_no()) == (Call("confirm_address"), Call("give_address"))


@pytest.mark.parametrize("place", [("91", "0"), ("0", "-181")])
async def test_a_place_that_is_not_on_earth(place: tuple[str, str]) -> None:
    database = RecordingDatabase(view())
    with pytest.raises(BadArguments):
        await share_location(turn(database), *place)
    assert database.calls == []


async def test_a_number_that_is_none_is_asked_for() -> None:
    database = RecordingDatabase(view())
    result = await give_phone(turn(database))
    assert database.calls == [("record_turn",)]
    assert result.text(SAY).startswith("Please share your own number")
