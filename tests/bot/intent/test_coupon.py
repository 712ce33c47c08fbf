"""Promo codes, as people write them; no model is asked for one."""

import pytest

from bot.intent.chain import Chain
from bot.intent.provider import Answer, Question, Tokens
from bot.intent.rules import RuleParser
from bot.intent.rules.given.coupon import find_coupon
from bot.intent.rules.parser import parse
from tests.bot.intent.menus import small_menu
from tests.support.shop import all_tools
from tools.kit.call import Call

MENU = small_menu()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("promo code SAVE10", "SAVE10"),
        ("Promo Code: save10", "save10"),
        ("code SAVE10", "SAVE10"),
        ("my coupon code is DIWALI", "DIWALI"),
        ("I have a promo code FIRST", "FIRST"),
        ("please use promo code SAVE 10", "SAVE 10"),
        ("apply SAVE10", "SAVE10"),
        ("I'd like to use coupon ABC", "ABC"),
        ("coupon FLAT-50!", "FLAT-50"),
        ('voucher "HELLO"', "HELLO"),
        ("SAVE10", "SAVE10"),
    ],
)
def test_a_code(text: str, code: str) -> None:
    assert parse(text, MENU) == (Call("apply_coupon", {"code": code}),)


@pytest.mark.parametrize(
    "text", ["I have a coupon", "promo code please", "can I use a voucher?", "apply the coupon"]
)
def test_a_code_that_is_not_said(text: str) -> None:
    assert parse(text, MENU) == (Call("apply_coupon"),)


@pytest.mark.parametrize(
    "text", ["remove the promo code", "without the coupon", "delete coupon SAVE10", "no voucher"]
)
def test_a_code_taken_back(text: str) -> None:
    assert parse(text, MENU) == (Call("remove_coupon"),)


@pytest.mark.parametrize(
    "text",
    [
        "2 idly",
        "do you have any promo codes?",
        "what is the code",
        "door code 4321",
        "gate code 1234 please",
        "deliver to pin code 600001",
        "note: the door code is 4321",
        "coupon for students",
        "does code SAVE10 work?",
        "use 10 idly",
        "i have " * 70 + "a",
    ],
)
def test_what_gives_no_code(text: str) -> None:
    assert find_coupon(text) is None


def test_the_rest_of_the_message_is_read_as_well() -> None:
    coupon = Call("apply_coupon", {"code": "SAVE10"})
    assert parse("checkout with promo code SAVE10", MENU) == (coupon, Call("checkout"))
    first, second = parse("2 idly and promo code SAVE10", MENU)
    assert (first.tool, second) == ("add_to_cart", coupon)
    assert parse("2 idly use WELCOME10", MENU)[1:] == (Call("apply_coupon", {"code": "WELCOME10"}),)


class Model:
    """Answers everything with a view of the cart, and keeps what it was asked."""

    name = "model"

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def ask(self, question: Question) -> Answer:
        self.asked.append(question.text)
        return Answer('{"calls": [{"tool": "checkout"}]}', Tokens(1, 1))

    async def close(self) -> None:
        pass


async def test_a_model_is_asked_for_the_rest_only() -> None:
    model = Model()
    chain = Chain([model], RuleParser(), all_tools())
    coupon = Call("apply_coupon", {"code": "SAVE10"})
    reading = await chain.read("promo code SAVE10", MENU, "customer")
    assert (reading.calls, reading.source, model.asked) == ((coupon,), "rules", [])
    reading = await chain.read("that's all, promo code SAVE10", MENU, "customer")
    assert (reading.calls, reading.source) == ((coupon, Call("checkout")), "llm")
    assert model.asked == ["that's all"]
