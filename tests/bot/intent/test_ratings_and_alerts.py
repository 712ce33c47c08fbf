"""Sentences that rate an order, answers to "Want to say why?", and what a room wants to hear of."""

import pytest

from bot.intent.clean import clean
from bot.intent.rules.awaited import read_awaited
from bot.intent.rules.parser import parse
from bot.intent.rules.staff import read_staff
from tests.tools.menus import small_menu
from tools.kit.call import Call
from tools.kit.staff.alerts import alerts_meant

MENU = small_menu()


@pytest.mark.parametrize(
    ("text", "stars", "words"),
    [
        ("5 stars", 5, ""),
        ("five stars!", 5, ""),
        ("I'd give it 4 out of 5", 4, ""),
        ("3/5", 3, ""),
        ("the dosa was cold, 2 stars", 2, "the dosa was cold"),
        ("2 stars the dosa was cold", 2, "the dosa was cold"),
        ("1 star because nobody came", 1, "nobody came"),
        ("great food 5 stars", 5, "great food"),
    ],
)
def test_an_order_is_rated_in_words(text: str, stars: int, words: str) -> None:
    args = {"stars": stars} | ({"words": words} if words else {})
    assert parse(text, MENU) == (Call("rate_order", args),)


@pytest.mark.parametrize("text", ["rate my order", "I want to leave a review", "give feedback"])
def test_to_rate_it_one_is_asked_for_stars(text: str) -> None:
    assert parse(text, MENU) == (Call("rate_order"),)


@pytest.mark.parametrize(
    "text",
    [
        "2 idly",
        "2 idly, 5 stars",
        "a masala dosa and 5 stars",
        "is this a 5 star hotel?",
        "order for table 4/5",
        "6 stars",
        "half",
        "5",
    ],
)
def test_what_may_be_an_order_is_no_rating(text: str) -> None:
    assert "rate_order" not in {call.tool for call in parse(text, MENU)}


@pytest.mark.parametrize(
    "text",
    [
        "the dosa was cold",
        "it took ages",
        "very tasty thanks",
        "the waiter dropped my plate",
        "dosa thanda tha",
        "cold idly",
    ],
)
def test_whatever_is_told_is_why(text: str) -> None:
    assert read_awaited("why", text, MENU) == Call("rate_order", {"words": text})


@pytest.mark.parametrize(
    "text", ["2 idly", "menu", "checkout", "where is my order?", "i want a coffee", "view cart"]
)
def test_what_is_wanted_next_is_not_why(text: str) -> None:
    assert read_awaited("why", text, MENU) is None


@pytest.mark.parametrize(
    ("text", "kinds", "to"),
    [
        ("tell us here when stock is low", {"stock_low"}, "on"),
        ("no more payment alerts here", {"order_paid", "payment_failed", "refund_due"}, "off"),
        ("let us know when an order is late", {"order_late"}, "on"),
        ("alert us about bad reviews", {"bad_review"}, "on"),
        ("stop the order paid alerts", {"order_paid"}, "off"),
        ("turn off stock alerts", {"stock_out", "stock_low"}, "off"),
        ("don't tell us when an order is cancelled", {"order_cancelled"}, "off"),
        ("notify us if a payment fails", {"payment_failed"}, "on"),
    ],
)
def test_what_a_room_wants_to_hear_of(text: str, kinds: set[str], to: str) -> None:
    (call,) = read_staff(clean(text), MENU, lambda words: parse(words, MENU))
    assert call.tool == "set_alerts"
    assert (set(alerts_meant(str(call.args["alerts"]))), call.args["to"]) == (kinds, to)


@pytest.mark.parametrize("text", ["show alerts", "which alerts are on here"])
def test_alerts_are_only_looked_at(text: str) -> None:
    assert read_staff(clean(text), MENU, lambda words: parse(words, MENU)) == (Call("set_alerts"),)


@pytest.mark.parametrize(
    "text",
    ["tell me which stock is low", "12 paid", "order 12 is late", "how many idly left", "86 idly"],
)
def test_what_is_no_wish_to_hear_sets_nothing(text: str) -> None:
    calls = read_staff(clean(text), MENU, lambda words: parse(words, MENU))
    assert "set_alerts" not in {call.tool for call in calls}


def test_every_kind_is_meant_by_its_own_name() -> None:
    kinds = alerts_meant("everything")
    assert len(kinds) == 9
    for kind in kinds:
        assert alerts_meant(kind) == (kind,), kind
