"""What staff read in their rooms, in words and buttons."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from pydantic import JsonValue

from tests.speech import PlainSpeech
from tools.kit.call import Call
from tools.kit.contact import Contact
from tools.kit.notice import Notice, OpenOrder, OrderMessage, Room, Told
from tools.kit.view import CartLine, Dietary, Order, Step
from tools.results.notices import NoWords, notice_in_words
from tools.results.staff.alert import ALERTS
from tools.results.staff.board import MOST

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SAY = PlainSpeech()
ALL = ("accept_order", "mark_ready", "send_out", "complete_order", "reject_order")
CANCEL = "CANCEL the whole order"


def dish(number: int, name: str, quantity: int, **more: object) -> CartLine:
    """A line of an order."""
    return CartLine.model_validate(
        {
            "line_no": number,
            "item_id": name,
            "item_name": name,
            "quantity": quantity,
            "unit_price": 40,
            "line_total": 40 * quantity,
        }
        | more
    )


def order(status: str = "placed", **more: object) -> Order:
    """Two idlies and a dosa, ordered at noon."""
    return Order.model_validate(
        {
            "order_id": UUID(int=1),
            "order_no": 12,
            "status": status,
            "order_type": "dine_in",
            "payment_method": "cash",
            "total": Decimal(120),
            "created_at": NOON,
            "table_no": "4",
            "lines": (dish(1, "Idly", 2), dish(2, "Dosa", 1, accepted=("allergen:peanut",))),
            "steps": (Step(status=status, at=NOON),),
        }
        | more
    )


def notice(
    topic: str,
    about: Order | None,
    room: Room | None,
    *,
    printed: int | None = 1,
    payload: Mapping[str, JsonValue] | None = None,
) -> Notice:
    """A notice to a room, which has the ticket as of the `printed` event."""
    return Notice(
        notice_id=UUID(int=2),
        tenant_id=UUID(int=3),
        token=UUID(int=4),
        channel="telegram",
        chat="-1/2",
        topic=topic,
        payload=payload or {},
        attempts=1,
        order=about,
        event_seq=5,
        message=None
        if printed is None
        else OrderMessage(bot_id=1, message_id=7, event_seq=printed),
        to_room=True,
        room=room,
    )


def told(one: Notice) -> Told:
    """It in words."""
    words = notice_in_words(SAY, one, NOON + timedelta(minutes=14))
    assert words is not None
    return words


def lines(one: Notice) -> list[str]:
    """Its lines."""
    return told(one).text.splitlines()


def test_the_ticket_of_a_station_heads_with_what_may_not_be_eaten() -> None:
    about = order(dietary=Dietary(allergens=("peanut",)), ready_at=NOON + timedelta(minutes=20))
    assert lines(notice("ticket", about, Room(kind="kitchen", lines=(2,)))) == [
        "\N{WARNING SIGN} ALLERGY: peanut",
        "#12 · table 4",
        "1x Dosa",
        "Accepted for Dosa: peanut.",
        "(1 more dish is made elsewhere)",
        "Promised: today 12:20.",
        "placed 12:00",
    ]


def test_the_ticket_of_a_rider_says_where_to_and_what_to_collect() -> None:
    where = Contact(name="Asha", address="12 MG Road", phone="+919845012345")
    room = Room(kind="riders", lines=(1, 2), contact=where)
    about = order("ready", order_type="delivery", table_no=None)
    assert lines(notice("ticket", about, room))[-4:] == [
        "₹120: pay cash",
        "Asha",
        "12 MG Road",
        "+919845012345",
    ]


def test_buttons_name_the_order_by_its_id_and_are_what_may_come_next() -> None:
    rows = told(notice("ticket", order(), Room(kind="owner", lines=(1, 2), acts=ALL))).buttons
    assert [[one.label for one in row] for row in rows] == [
        ["Accept", "Ready", "Out", "Done"],
        ["Ready in 10", "Ready in 20", "Ready in 30"],
        ["Reject"],
    ]
    assert rows[1][1].call == Call("accept_order", {"order": UUID(int=1).hex, "minutes": 20})
    assert rows[2][0].call == Call("reject_order", {"order": UUID(int=1).hex})
    assert told(notice("ticket", order(), Room(kind="owner", acts=()))).buttons == ()


def test_a_station_that_makes_a_part_says_of_all_that_it_is_ready() -> None:
    room = Room(kind="kitchen", lines=(2,), acts=("mark_ready",))
    ((button,),) = told(notice("ticket", order(), room)).buttons
    assert button.label == "All of it is ready"


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        (0, 2, "NEW 2x Idly (no Onion)"),
        (2, 3, "CHANGE 2 → 3 Idly (no Onion)"),
        (3, 0, "CANCEL 3x Idly (no Onion)"),
    ],
)
def test_a_delta_is_what_changed(was: int, now: int, line: str) -> None:
    removed: JsonValue = [{"group_id": "g", "option_id": "o", "name": "Onion"}]
    change = dish(1, "Idly", now).model_dump(mode="json") | {"was": was, "without": removed}
    one = notice(
        "ticket_delta", order(), Room(kind="kitchen"), payload={"event_seq": 2, "change": change}
    )
    assert lines(one) == ["#12 · table 4", line]
    assert (told(one).answers, told(one).tracks) == (True, False)


def test_what_was_printed_from_the_start_is_no_news() -> None:
    one = notice("ticket_delta", order(), Room(kind="kitchen"), printed=2, payload={"event_seq": 2})
    assert notice_in_words(SAY, one, NOON) is None


def test_a_room_without_the_ticket_gets_it() -> None:
    one = notice("ticket_delta", order(), Room(kind="kitchen", lines=(1,)), printed=None)
    assert told(one).tracks
    gone = notice("ticket_delta", order("cancelled"), Room(kind="kitchen"), printed=None)
    assert notice_in_words(SAY, gone, NOON) is None


def test_a_whole_order_is_called_off_with_what_was_made_of_it_here() -> None:
    one = notice(
        "ticket_delta",
        order("cancelled"),
        Room(kind="kitchen", lines=(1,)),
        payload={"event_seq": 2},
    )
    assert lines(one)[:2] == [f"#12 · table 4 · {CANCEL}", "2x Idly"]


def test_an_order_that_was_called_off_by_mistake_is_cooked_after_all() -> None:
    one = notice(
        "ticket_delta", order(), Room(kind="kitchen", lines=(1,)), payload={"event_seq": 3}
    )
    assert lines(one)[:2] == ["#12 · table 4 · ON AGAIN, all of it", "2x Idly"]


def test_a_ticket_nobody_has_seen_of_an_order_that_is_over_is_not_told() -> None:
    one = notice("ticket", order("cancelled"), Room(kind="kitchen"), printed=None)
    assert notice_in_words(SAY, one, NOON) is None


def test_a_board_that_is_long_is_counted() -> None:
    opened = tuple(
        OpenOrder(order_no=number, order_type="take_away", status="placed", since=NOON)
        for number in range(1, MOST + 3)
    )
    first, second, *_, last = lines(notice("board", None, Room(kind="kitchen", board=opened)))
    assert first == f"Open: {MOST + 2}, the oldest for 14 min"
    assert second == "#1 · 14 min · take-away · placed"
    assert last == "and 2 more"
    never = notice("board", None, Room(kind="kitchen", board=()), printed=None)
    assert notice_in_words(SAY, never, NOON) is None


def test_a_room_that_is_none_any_more_is_told_nothing() -> None:
    for topic in ("ticket", "ticket_delta", "board", *ALERTS):
        assert notice_in_words(SAY, notice(topic, order(), None), NOON) is None
    with pytest.raises(NoWords):
        notice_in_words(SAY, notice("order_sings", order(), None), NOON)


@pytest.mark.parametrize(
    ("topic", "payload", "text"),
    [
        ("order_paid", {"amount": "120.00", "method": "upi"}, "Order #12: ₹120 is paid by UPI."),
        (
            "payment_failed",
            {"amount": "120.00", "method": "telegram"},
            "Order #12: a payment of ₹120 by card in Telegram has failed.",
        ),
        (
            "refund_due",
            {"amount": "12.50", "method": "upi"},
            "Order #12: ₹12.50 paid by UPI has to go back.",
        ),
        ("order_cancelled", {}, "Order #12 was cancelled by its customer."),
        ("bill_asked", {"table": "4", "left": "80.00"}, "Table 4 asks for the bill: ₹80."),
        ("bad_review", {"stars": 1, "words": "cold"}, "Order #12: 1 of 5 stars. cold"),
        ("bad_review", {"stars": 1}, "Order #12: 1 of 5 stars."),
        ("stock_low", {"item": "Idly", "left": 3}, "Idly is running low: 3 left."),
        (
            "stock_low",
            {"item": "Milk", "left": "1.5", "unit": "l"},
            "Milk is running low: 1.5 l left.",
        ),
        ("stock_out", {"item": "Milk"}, "Milk has run out."),
        ("order_late", {"minutes": 5}, "Order #12 has not been accepted for 5 minutes."),
    ],
)
def test_what_a_room_is_told_of_by_itself(
    topic: str, payload: dict[str, JsonValue], text: str
) -> None:
    assert told(notice(topic, order(), Room(kind="owner"), payload=payload)).text == text


def test_a_wait_that_is_over_is_not_told() -> None:
    for about in (order("accepted"), order("cancelled"), None):
        one = notice("order_late", about, Room(kind="owner"), payload={"minutes": 5})
        assert notice_in_words(SAY, one, NOON) is None
