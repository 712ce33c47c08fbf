"""Answers: a typed reply to the bot's own question is the button it means, or nothing."""

import pytest

from bot.answers import Answers
from bot.inbound import Inbound
from bot.reply import Reply
from tools.kit.call import Call
from tools.kit.result import Button

PAYMENT = ("Cash", "Card at the counter", "UPI at the counter")
DOSAS = ("Masala Dosa", "Mysore Masala Dosa", "Onion Dosa", "Plain Dosa")


def says(text: str, sender: str = "asha") -> Inbound:
    return Inbound("demo", "console", sender, sender, "console:1", text)


def asking(*labels: str, asks: bool = True) -> Reply:
    rows = [[Button(label, Call("press", {"label": label}))] for label in labels]
    return Reply("Which one?", buttons=rows, asks=asks)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("yes", "checkout"),
        ("ok please", "checkout"),
        ("No, thanks!", "goodbye"),
        ("nothing", "goodbye"),
        ("no idly", None),
        ("thanks", None),
        ("yes and no", None),
    ],
)
def test_a_plain_yes_or_no_is_what_the_reply_meant_by_it(text: str, tool: str | None) -> None:
    answers = Answers()
    reply = Reply("Ready to checkout?", yes=Call("checkout"), no=Call("goodbye"))
    answers.remember(says("question"), reply)
    call = answers.answer(says(text))
    assert (call and call.tool) == tool


def test_a_reply_that_asks_neither_takes_no_yes() -> None:
    answers = Answers()
    answers.remember(says("question"), Reply("Ready?", yes=Call("checkout")))
    assert answers.answer(says("no")) is None
    answers.remember(says("more"), Reply("Your total is ₹80."))
    assert answers.answer(says("yes")) is None


def pressed(labels: tuple[str, ...], text: str) -> str | None:
    answers = Answers()
    answers.remember(says("question"), asking(*labels))
    call = answers.answer(says(text))
    return None if call is None else str(call.args["label"])


@pytest.mark.parametrize(
    ("labels", "text", "label"),
    [
        (PAYMENT, "cash", "Cash"),
        (PAYMENT, " CASH! ", "Cash"),
        (PAYMENT, "card", "Card at the counter"),
        (PAYMENT, "by card please", "Card at the counter"),
        (PAYMENT, "upi", "UPI at the counter"),
        (PAYMENT, "2", "Card at the counter"),
        (PAYMENT, "#2", "Card at the counter"),
        (PAYMENT, "no. 2", "Card at the counter"),
        (PAYMENT, "number three", "UPI at the counter"),
        (PAYMENT, "second", "Card at the counter"),
        (PAYMENT, "the second one", "Card at the counter"),
        (PAYMENT, "2nd", "Card at the counter"),
        (tuple("ABCDEFGHIJKL"), "12", "L"),
        (tuple("ABCDEFGHIJKL"), "the 11th", "K"),
        (PAYMENT, "the last one", "UPI at the counter"),
        (DOSAS, "masala dosa", "Masala Dosa"),
        (DOSAS, "the masala dosa, please", "Masala Dosa"),
        (DOSAS, "mysore", "Mysore Masala Dosa"),
        (DOSAS, "plain dosai", "Plain Dosa"),
        (DOSAS, "the onion one", "Onion Dosa"),
        (("1", "2", "3", "Half a dozen"), "3", "3"),
        (("3", "2", "1"), "3", "3"),
    ],
)
def test_what_a_typed_answer_presses(labels: tuple[str, ...], text: str, label: str) -> None:
    assert pressed(labels, text) == label


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        (PAYMENT, "counter"),
        (PAYMENT, "4"),
        (PAYMENT, "0"),
        (PAYMENT, "no one"),
        (PAYMENT, "1000000000"),
        (PAYMENT, "cashew"),
        (PAYMENT, "not cash"),
        (PAYMENT, "show me the menu"),
        (PAYMENT, "the"),
        (PAYMENT, "at"),
        (PAYMENT, ""),
        (PAYMENT, "🙂"),
        (DOSAS, "masala"),
        (DOSAS, "dosa"),
        (DOSAS, "2 masala dosa"),
        (("No onion", "No garlic"), "no"),
        (("No onion", "Spicy"), "no"),
    ],
)
def test_what_is_no_answer(labels: tuple[str, ...], text: str) -> None:
    assert pressed(labels, text) is None


def test_only_a_question_is_remembered() -> None:
    answers = Answers()
    answers.remember(says("add 2 idly"), asking("Checkout", asks=False))
    assert answers.answer(says("checkout")) is None
    answers.remember(says("dosa"), asking())
    assert answers.answer(says("1")) is None


def test_the_next_turn_closes_the_question() -> None:
    answers = Answers()
    answers.remember(says("checkout"), asking(*PAYMENT))
    answers.remember(says("view cart"), asking("Checkout", asks=False))
    assert answers.answer(says("cash")) is None


def test_reading_an_answer_does_not_close_the_question() -> None:
    """A turn that fails after it was read comes again, and must mean the same."""
    answers = Answers()
    answers.remember(says("checkout"), asking(*PAYMENT))
    assert answers.answer(says("cash")) is not None
    assert answers.answer(says("cash")) is not None


def test_a_question_belongs_to_one_conversation() -> None:
    answers = Answers()
    answers.remember(says("checkout", "asha"), asking(*PAYMENT))
    assert answers.answer(says("cash", "ravi")) is None
    assert answers.answer(says("cash", "asha")) is not None


def test_the_oldest_questions_are_forgotten() -> None:
    answers = Answers(max_conversations=2)
    for name in ("asha", "ravi", "mina"):
        answers.remember(says("checkout", name), asking(*PAYMENT))
    assert answers.answer(says("cash", "asha")) is None
    assert answers.answer(says("cash", "ravi")) is not None
    assert answers.answer(says("cash", "mina")) is not None


def filling(*options: str, item: str = "#7") -> Call:
    return Call("add_to_cart", {"lines": [{"item": item, "options": [*options]}]})


def filling_asked(item: str = "#7") -> Reply:
    butter = Button("Butter", filling("large", "#1"))
    jam = Button("Jam", filling("large", "#2", item=item))
    return Reply("Filling for Bagel?", buttons=[[butter, jam]], asks=True)


def test_two_options_answer_the_question_about_their_line() -> None:
    answers = Answers()
    answers.remember(says("bagel"), filling_asked())
    assert answers.answer(says("butter and jam")) == filling("large", "#1", "#2")
    assert answers.answer(says("butter and tea")) is None


def test_two_dishes_are_no_one_answer() -> None:
    answers = Answers()
    answers.remember(says("bagel"), filling_asked(item="#8"))
    assert answers.answer(says("butter and jam")) is None
