"""What a notice says: the order's one message, as it stands."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest

from tests.speech import PlainSpeech
from tools.kit.notice import Notice
from tools.kit.view import Order, Step
from tools.results.notices import NoWords, notice_in_words

NOON = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
CHENNAI = timezone(timedelta(hours=5, minutes=30))
SAY = PlainSpeech()


def order(
    *statuses: str,
    reason: str | None = None,
    ready_in: int | None = None,
    wanted_in: int | None = None,
) -> Order:
    """An order that took a step a minute from noon on; the last had a reason."""
    steps = [
        Step(status=status, at=NOON + timedelta(minutes=minute))
        for minute, status in enumerate(statuses)
    ]
    steps[-1] = steps[-1].model_copy(update={"reason": reason})
    return Order(
        order_id=UUID(int=1),
        order_no=12,
        status=statuses[-1],
        order_type="take_away",
        payment_method="cash",
        total=Decimal(80),
        created_at=NOON,
        ready_at=None if ready_in is None else NOON + timedelta(minutes=ready_in),
        pickup_at=None if wanted_in is None else NOON + timedelta(minutes=wanted_in),
        steps=tuple(steps),
    )


def notice(about: Order | None, topic: str = "order_status") -> Notice:
    """A notice about an order."""
    return Notice(
        notice_id=UUID(int=2),
        tenant_id=UUID(int=3),
        token=UUID(int=4),
        channel="telegram",
        chat="7",
        topic=topic,
        payload={},
        attempts=1,
        order=about,
    )


def said(about: Order, topic: str = "order_status") -> list[str]:
    """Its lines, read at noon in Chennai."""
    told = notice_in_words(SAY, notice(about, topic), NOON.astimezone(CHENNAI))
    assert told is not None
    assert told.tracks
    return told.text.splitlines()


def test_a_placed_order_tells_when_it_will_be_ready() -> None:
    assert said(order("placed", ready_in=20), "order_placed") == [
        "Order #12 is placed. You can follow it here.",
        "placed 12:00",
        "Ready at about 12:20.",
    ]


def test_its_steps_are_told_in_the_shops_time() -> None:
    gone = order("placed", "accepted", "preparing", "out_for_delivery", ready_in=20)
    assert said(gone) == [
        "Order #12 is on its way.",
        "placed 12:00 → accepted 12:01 → being prepared 12:02 → on its way 12:03",
    ]


@pytest.mark.parametrize("ready_in", [20, 60])
def test_a_time_of_ones_own_is_the_time_told(ready_in: int) -> None:
    accepted = said(order("placed", "accepted", ready_in=ready_in, wanted_in=60))
    assert accepted[1:] == ["For today 13:00.", "placed 12:00 → accepted 12:01"]


def test_that_it_will_be_later_than_wanted_is_told() -> None:
    late = said(order("placed", "accepted", ready_in=80, wanted_in=60))
    assert (late[1], late[-1]) == ("For today 13:00.", "Ready at about 13:20.")


@pytest.mark.parametrize("status", ["rejected", "cancelled"])
def test_a_reason_is_told(status: str) -> None:
    assert said(order("placed", status, reason="sold out"))[-1] == "Reason: sold out"


@pytest.mark.parametrize("status", ["rejected", "cancelled"])
def test_that_it_was_off_by_mistake_is_told_until_it_goes_on(status: str) -> None:
    again = "That it is off was a mistake: the shop has taken it up again."
    assert said(order("accepted", status, "accepted"))[-1] == again
    assert again not in said(order("accepted", status, "accepted", "ready"))


def test_a_step_of_a_later_version_is_named_as_it_is() -> None:
    assert said(order("placed", "in_the_air"))[0] == "Order #12: in the air."


@pytest.mark.parametrize(("about", "topic"), [(order("placed"), "weather"), (None, "order_status")])
def test_without_words_nothing_is_said(about: Order | None, topic: str) -> None:
    with pytest.raises(NoWords, match=topic):
        notice_in_words(SAY, notice(about, topic), NOON)


@pytest.mark.parametrize("may_change", [True, False])
def test_who_waits_to_be_accepted_may_go(may_change: bool) -> None:
    about = order("placed").model_copy(update={"may_change": may_change})
    told = notice_in_words(SAY, notice(about, "order_waiting"), NOON)
    assert told is not None
    assert told.text.splitlines()[0] == "Sorry, the shop has not accepted order #12 yet."
    assert [[one.call.tool for one in row] for row in told.buttons] == [["cancel_order"]][
        : int(may_change)
    ]
    assert (told.tracks, told.answers) == (False, False)


def test_who_was_accepted_meanwhile_is_told_nothing() -> None:
    about = order("placed", "accepted")
    assert notice_in_words(SAY, notice(about, "order_waiting"), NOON) is None
