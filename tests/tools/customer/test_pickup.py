"""choose_pickup_time: when an order is wanted."""

from datetime import UTC, datetime

import pytest

from tests.speech import PlainSpeech
from tests.tools.turns import NOON, RecordingDatabase, Refusing, cart, line, turn, view
from tools.customer.add_to_cart import add_to_cart
from tools.customer.choose_pickup_time import choose_pickup_time
from tools.kit.call import Call, Json
from tools.kit.checkout_errors import BadPickupTime, ShopClosed
from tools.kit.errors import NotServedNow
from tools.kit.params import OrderLine
from tools.kit.result import Result
from tools.results.pickup import WhichTime

SAY = PlainSpeech()
TOMORROW_9: Json = "2026-01-19T09:00:00+00:00"


def as_list(value: Json) -> list[Json]:
    assert isinstance(value, list)
    return value


def labels(result: Result) -> list[str]:
    return [button.label for row in result.buttons(SAY) for button in row]


async def test_a_time_is_stored_and_said_in_full() -> None:
    database = RecordingDatabase(cart(line(1, "Idly", 2, 40), pickup_at=TOMORROW_9))
    result = await choose_pickup_time(turn(database), "for tomorrow at 9")
    assert database.calls == [("choose_pickup_time", datetime(2026, 1, 19, 9, tzinfo=UTC))]
    assert result.text(SAY) == "Your order is for tomorrow 09:00. Total: ₹80. Ready to checkout?"
    assert result.if_yes() == Call("checkout")
    assert labels(result) == [
        "tomorrow 21:00 instead",
        "As soon as possible",
        "View cart",
        "Checkout",
    ]
    assert result.buttons(SAY)[0][0].call == Call(
        "choose_pickup_time", {"when": "2026-01-19T21:00+00:00"}
    )


async def test_as_soon_as_possible_takes_it_back() -> None:
    database = RecordingDatabase(view())
    result = await choose_pickup_time(turn(database), "as soon as possible")
    assert database.calls == [("choose_pickup_time", None)]
    assert result.text(SAY) == "All right: as soon as it is ready."
    assert labels(result) == ["Menu"]


async def test_what_of_the_cart_cannot_be_had_then_is_told_with_the_ways_out() -> None:
    gone: Json = {"kind": "not_served", "item_name": "Parotta", "line_no": 2, "when": "19:00-22:30"}
    parotta = cart(line(2, "Parotta", 1, 50), pickup_at=TOMORROW_9, differences=[gone])
    result = await choose_pickup_time(turn(RecordingDatabase(parotta)), "tomorrow 9 am")
    assert result.text(SAY) == (
        "Your order is for tomorrow 09:00. Parotta is only served 19:00-22:30."
    )
    assert labels(result)[:2] == ["Remove Parotta", "Order for 19:00-22:30"]
    assert result.if_yes() is None


async def test_words_without_a_time_are_a_question_with_slots() -> None:
    database = RecordingDatabase(view())
    result = await choose_pickup_time(turn(database, now=NOON), "later")
    assert isinstance(result, WhichTime)
    assert database.calls == [("record_turn",)]
    assert result.asks
    assert labels(result)[:2] == ["today 12:30", "today 13:00"]
    assert labels(result)[-1] == "As soon as possible"


async def test_a_time_that_has_passed_is_said_to_have() -> None:
    result = await choose_pickup_time(turn(RecordingDatabase(view())), "today at 9 am")
    assert result.text(SAY).startswith("That time has passed.")


def test_a_refusal_that_knows_when_offers_to_order_for_then() -> None:
    for refusal in (
        NotServedNow(item="Parotta", when="19:00-22:30"),
        ShopClosed(when="19:00-22:30"),
    ):
        ((button,),) = refusal.buttons(SAY)
        assert button.label == "Order for 19:00-22:30"
        assert button.call == Call("choose_pickup_time", {"when": "19:00-22:30"})
    assert BadPickupTime(days=7).buttons(SAY) == ()


async def test_a_dish_that_waits_for_its_time_is_offered_then() -> None:
    refusing = Refusing(view(), NotServedNow(item="Parotta", item_id="parotta", when="19:00-22:30"))
    at_noon = turn(refusing)
    with pytest.raises(NotServedNow) as refusal:
        await add_to_cart(at_noon, [OrderLine(item="parotta", quantity=2)])
    ((button,),) = refusal.value.buttons(SAY)
    assert button.label == "Order for today 19:00"

    lines = [OrderLine.model_validate(one) for one in as_list(button.call.args["lines"])]
    evening = RecordingDatabase(view(pickup_at="2026-01-18T19:00:00+00:00"))
    result = await choose_pickup_time(turn(evening), "19:00-22:30", lines)
    assert result.text(SAY) == "Your order is for today 19:00. Add 2x Parotta?"
    add = result.if_yes()
    assert add is not None
    assert add == result.buttons(SAY)[0][0].call
    assert result.buttons(SAY)[0][0].label == "Add Parotta"
    assert add.args == {"lines": button.call.args["lines"]}


async def test_it_waits_on_where_the_shop_is_closed_then() -> None:
    closed = Refusing(view(), ShopClosed(when="tomorrow from 08:00"))
    with pytest.raises(ShopClosed) as refusal:
        await choose_pickup_time(turn(closed), "19:00", [OrderLine(item="#1", quantity=2)])
    ((button,),) = refusal.value.buttons(SAY)
    assert button.label == "Order for tomorrow 08:00"
    assert button.call.args["lines"] == [{"item": "#1", "quantity": 2}]


async def test_the_button_of_a_refusal_chooses_the_next_time() -> None:
    ((button,),) = NotServedNow(item="Parotta", when="19:00-22:30").buttons(SAY)
    database = RecordingDatabase(view(pickup_at="2026-01-18T19:00:00+00:00"))
    result = await choose_pickup_time(turn(database), str(button.call.args["when"]))
    assert database.calls == [("choose_pickup_time", datetime(2026, 1, 18, 19, tzinfo=UTC))]
    assert result.text(SAY) == "Your order is for today 19:00."
