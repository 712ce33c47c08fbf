"""Answers: a typed reply to the bot's own question is the button it means, or nothing."""

import pytest

from bot.answers import Answers
from bot.inbound import Inbound
from bot.reply import Reply
from tests.tools.turns import cart, line
from tools.kit.call import Call
from tools.kit.result import Button, MenuCard
from tools.kit.view import SessionView

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
        ("yes please go ahead", "checkout"),
        ("yeah sure, do it", "checkout"),
        ("that's right", None),
        ("definitely", "checkout"),
        ("no that's fine thanks", "goodbye"),
        ("no I'm good", "goodbye"),
        ("no, that is all for now", "goodbye"),
        ("no I want a coffee", None),
        ("no, that's wrong", None),
        ("yes but no onion", None),
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
        (DOSAS, "I'd like the mysore one", "Mysore Masala Dosa"),
        (DOSAS, "I think I'll take the plain dosa please", "Plain Dosa"),
        (DOSAS, "plain sounds good", "Plain Dosa"),
        (DOSAS, "can I get the second one", "Mysore Masala Dosa"),
        (DOSAS, "let's go with the last one", "Plain Dosa"),
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
        (DOSAS, "I'll take two"),
        (DOSAS, "I'd like the menu"),
        (DOSAS, "I don't want the plain one"),
        (DOSAS, "make it large"),
        (("No onion", "No garlic"), "no"),
        (("No onion", "Spicy"), "no"),
    ],
)
def test_what_is_no_answer(labels: tuple[str, ...], text: str) -> None:
    assert pressed(labels, text) is None


@pytest.mark.parametrize(
    ("text", "answer", "rest"),
    [
        ("plain, and a coffee", "Plain Dosa", "a coffee"),
        ("the onion one and 2 idly", "Onion Dosa", "2 idly"),
        ("I'd like the plain dosa. Also a tea", "Plain Dosa", "a tea"),
        ("mysore, no onion", "Mysore Masala Dosa", "no onion"),
    ],
)
def test_more_may_be_said_than_the_answer(text: str, answer: str, rest: str) -> None:
    answers = Answers()
    answers.remember(says("dosa"), asking(*DOSAS))
    assert answers.answer(says(text)) is None
    told = answers.answer_and_more(says(text))
    assert told is not None
    assert (told[0].args["label"], told[1]) == (answer, rest)


@pytest.mark.parametrize(
    "text", ["a tea and the plain one", "masala, and a tea", "plain", "plain,"]
)
def test_what_stands_first_has_to_be_the_answer(text: str) -> None:
    answers = Answers()
    answers.remember(says("dosa"), asking(*DOSAS))
    assert answers.answer_and_more(says(text)) is None


def test_nothing_is_checked_out_before_the_rest_is_ordered() -> None:
    answers = Answers()
    answers.remember(says("question"), Reply("Ready to checkout?", yes=Call("checkout")))
    assert answers.answer_and_more(says("yes, and a coffee")) is None


def test_only_a_question_is_remembered() -> None:
    answers = Answers()
    answers.remember(says("add 2 idly"), asking("Checkout", asks=False))
    assert answers.answer(says("checkout")) is None
    answers.remember(says("dosa"), asking())
    assert answers.answer(says("1")) is None


def test_the_last_one_of_no_buttons_is_no_answer() -> None:
    answers = Answers()
    answers.remember(says("question"), Reply("Ready?", yes=Call("checkout")))
    assert answers.answer(says("the last one")) is None
    assert answers.answer(says("last")) is None


def test_the_last_one_is_the_last_answer_and_not_the_way_out() -> None:
    dosas = [[Button(label, Call("add", {"item": label}))] for label in DOSAS]
    answers = Answers()
    rows = [*dosas, [Button("Show all", Call("search_menu"))]]
    answers.remember(says("dosa"), Reply("Which?", buttons=rows, asks=True))
    assert answers.answer(says("the last one")) == Call("add", {"item": DOSAS[-1]})


def test_more_of_a_list_is_its_next_page() -> None:
    further = Call("search_menu", {"query": "juice", "page": 2})
    answers = Answers()
    answers.remember(says("juices"), Reply("I found 11.", buttons=[[Button("More", further)]]))
    assert answers.answer(says("more")) == further
    assert answers.answer(says("one more")) is None
    assert answers.answer(says("2 more")) is None


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


MENU_PAGE = MenuCard("Menu", ())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("the second one", True),
        ("add the 2nd one", True),
        ("number 2", True),
        ("2", False),
        ("2 more", False),
        ("another one", False),
        ("remove the second one", False),
    ],
)
def test_a_place_is_asked_about_unless_the_last_reply_listed_dishes(text: str, asked: bool) -> None:
    answers = Answers()
    answers.remember(says("menu"), Reply("Here's our menu!", card=MENU_PAGE))
    assert answers.answer(says(text)) is None
    answers.remember(says("hi"), Reply("Hello!"))
    assert answers.answer(says(text)) == (Call("not_understood") if asked else None)


def test_a_place_nobody_listed_shows_the_dish_the_cart_has_there() -> None:
    answers = Answers()
    held = cart(line(1, "Idly", 2, 40), line(2, "Medu Vada", 1, 45))
    answers.remember(says("hi"), Reply("Hello!", view=SessionView.model_validate(held)))
    about = Call("not_understood", {"about": "Medu Vada"})
    assert answers.answer(says("the second one")) == about
    assert answers.answer(says("the third one")) == Call("not_understood")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cancel it", True),
        ("Cancel that please", True),
        ("cancel", True),
        ("sorry, can you cancel this", True),
        ("cancel karo", True),
        ("इसे रद्द कर दो", True),
        ("ரத்து செய்", True),
        ("cancel the idly", False),
        ("it", False),
        ("cancel it and add a coffee", False),
    ],
)
def test_cancel_it_is_what_the_last_reply_was_about(text: str, meant: bool) -> None:
    answers, cancel = Answers(), Call("cancel_order")
    answers.remember(says("cash"), Reply("Order placed.", cancel=cancel))
    assert answers.answer(says(text)) == (cancel if meant else None)
    answers.remember(says("hi"), Reply("Hello!"))
    assert answers.answer(says(text)) is None
