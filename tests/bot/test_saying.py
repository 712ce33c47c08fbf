"""Saying: one reply from what a turn did."""

from bot.intent.reading import Reading
from bot.saying import put_into_words
from tests.speech import PlainSpeech
from tests.tools.turns import cart, line, view
from tools.kit.call import Call, Json
from tools.kit.checkout_errors import ShopClosed
from tools.kit.errors import ItemUnavailable
from tools.kit.view import SessionView
from tools.results.cart import CartShown

SAY = PlainSpeech()
SOLD_OUT = ItemUnavailable(item="Idly")


def refused(lines: int, after: dict[str, Json]) -> tuple[str, list[str]]:
    """Text and labels of the reply to an order of that many lines, of which one is sold out."""
    ordered: list[Json] = [{"item": "idly", "quantity": 1} for _ in range(lines)]
    reading = Reading((Call("add_to_cart", {"lines": ordered}),), "rules")
    reply = put_into_words([SOLD_OUT], SessionView.model_validate(after), reading, SAY, 1.0)
    return reply.text, [button.label for row in reply.buttons for button in row]


def test_who_ordered_several_dishes_hears_that_none_was_added() -> None:
    sentence = SOLD_OUT.text(SAY)
    assert refused(1, view())[0] == sentence
    assert refused(2, view())[0] == f"{sentence}\nNothing was added yet."


def test_from_a_refusal_nobody_is_sent_to_an_empty_cart() -> None:
    assert refused(1, view())[1] == ["Menu"]
    assert refused(1, cart(line(1, "Idly", 1, 40)))[1] == ["Menu", "View cart"]


def test_a_refusal_offers_what_can_be_done_before_the_ways_out() -> None:
    closed = ShopClosed(when="tomorrow from 07:00")
    reading = Reading((Call("choose_pickup_time"), Call("add_to_cart")), "rules")
    reply = put_into_words([closed], SessionView.model_validate(view()), reading, SAY, 1.0)
    labels = [button.label for row in reply.buttons for button in row]
    assert labels == ["Order for tomorrow 07:00", "Menu"]
    assert reply.text == f"{closed.text(SAY)}\nNothing was added yet."


def test_what_yes_means_is_the_last_results_business() -> None:
    shown = CartShown(view=SessionView.model_validate(cart(line(1, "Idly", 1, 40))))
    reading = Reading((Call("view_cart"), Call("view_cart")), "rules")
    reply = put_into_words([shown], shown.view, reading, SAY, 1.0)
    assert (reply.yes, reply.no) == (Call("checkout"), None)
    reply = put_into_words([shown, SOLD_OUT], shown.view, reading, SAY, 1.0)
    assert (reply.yes, reply.no) == (None, None)
