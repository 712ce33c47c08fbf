"""Slots: an order for later takes a place in one, from its quote until it is no more."""

from datetime import datetime, timedelta, timezone

import pytest
from psycopg import Connection

from tests.support.records import count
from tests.support.turns import Caller, line
from tests.support.ways import NEAR, SHOP, put_delivery, put_slots
from tools.kit.view import SessionView

KOLKATA = timezone(timedelta(hours=5, minutes=30))
NOON = "2026-03-02 12:05+05:30"
EVENING = datetime(2026, 3, 2, 19, 40, tzinfo=KOLKATA)
SLOT = datetime(2026, 3, 2, 19, 30, tzinfo=KOLKATA)
BOOKED = """select slot_at, order_id is not null from cold.slot_booking
            where order_id is not null or expires_at > app.now() order by 1, 2"""


@pytest.fixture
def shop(db: Connection, asha: Caller, ravi: Caller) -> Connection:
    """The demo shop at noon, with one place in each half hour."""
    for caller in (asha, ravi):
        caller.turn_clock(NOON)
    db.execute("select set_config('app.fake_now', %s, false)", [NOON])
    put_slots(db, 30, 1)
    return db


def quote(caller: Caller, at: datetime | None = EVENING, way: str | None = None) -> SessionView:
    """Ask for two idly at a time."""
    if not caller.view_cart().lines:
        caller.add_to_cart([line("idly", 2)])
    caller.choose_pickup_time(at)
    return caller.checkout(way)


def full(view: SessionView) -> list[str]:
    """The slots offered in place of a full one; nothing when there is room."""
    problems = view.quote.problems if view.quote else ()
    return [
        f"{at.astimezone(KOLKATA):%a %H:%M}"
        for one in problems
        if one.kind == "slot_full"
        for at in one.slots
    ]


def booked(db: Connection) -> list[tuple[datetime, bool]]:
    """The places taken, and whether they are of orders."""
    return db.execute(BOOKED).fetchall()


def test_a_quote_takes_a_place_and_its_order_keeps_it(
    shop: Connection, asha: Caller, ravi: Caller
) -> None:
    assert quote(asha).checkout is not None
    assert booked(shop) == [(SLOT, False)]
    view = quote(ravi)
    assert view.checkout is None
    assert full(view) == ["Mon 20:00", "Mon 20:30", "Mon 21:00", "Mon 21:30"]
    assert asha.choose_payment("cash").order is not None
    assert booked(shop) == [(SLOT, True)]
    assert full(ravi.checkout())
    assert quote(ravi, SLOT - timedelta(seconds=1)).checkout is not None


def test_a_quote_asked_for_again_takes_no_second_place(shop: Connection, asha: Caller) -> None:
    first = quote(asha).checkout
    assert quote(asha).checkout == first
    asha.add_to_cart([line("idly", 2)])
    assert asha.checkout().checkout is not None
    assert booked(shop) == [(SLOT, False)]


def test_whatever_ends_the_quote_gives_the_place_back(
    shop: Connection, asha: Caller, ravi: Caller
) -> None:
    quote(asha)
    asha.add_to_cart([line("idly")])
    assert booked(shop) == []
    quote(asha)
    asha.choose_pickup_time(None)
    assert booked(shop) == []
    quote(asha)
    asha.clear_cart()
    assert booked(shop) == []
    assert quote(ravi).checkout is not None


def test_a_place_is_free_again_when_the_quote_expires(
    shop: Connection, asha: Caller, ravi: Caller
) -> None:
    quote(asha)
    for caller in (asha, ravi):
        caller.turn_clock("2026-03-02 13:00+05:30")
    assert quote(ravi).checkout is not None
    view = asha.choose_payment("cash")
    assert (view.order, bool(full(view))) == (None, True)
    assert ravi.choose_payment("cash").order is not None
    shop.execute("select set_config('app.fake_now', '2026-03-02 13:00+05:30', false)")
    shop.execute("select app.sweep_idle_sessions()")
    assert count(shop, "cold.slot_booking") == 1


def test_an_order_that_will_not_be_gives_its_place_back(
    shop: Connection, asha: Caller, ravi: Caller
) -> None:
    quote(asha)
    order = asha.choose_payment("cash").order
    assert order is not None
    for _ in range(2):
        shop.execute("select app.release_slot(%s, %s)", [asha.tenant, order.order_id])
    assert booked(shop) == []
    assert quote(ravi).checkout is not None


@pytest.mark.parametrize("way", ["take_away", "delivery"])
def test_what_leaves_the_shop_takes_a_place(shop: Connection, asha: Caller, way: str) -> None:
    put_delivery(shop, NEAR)
    asha.call("share_location", *SHOP)
    assert quote(asha, way=way).checkout is not None
    assert booked(shop) == [(SLOT, False)]


@pytest.mark.parametrize(("at", "way"), [(EVENING, "dine_in"), (None, "take_away")])
def test_what_is_eaten_here_or_for_now_takes_none(
    shop: Connection, asha: Caller, at: datetime | None, way: str
) -> None:
    assert quote(asha, at, way).checkout is not None
    assert booked(shop) == []


def test_a_shop_without_slots_takes_any_number(db: Connection, asha: Caller, ravi: Caller) -> None:
    for caller in (asha, ravi):
        caller.turn_clock(NOON)
        assert quote(caller).checkout is not None
    assert count(db, "cold.slot_booking") == 0


def test_free_slots_are_within_the_hours(shop: Connection, asha: Caller, ravi: Caller) -> None:
    shop.execute(
        """insert into cold.opening_hours select tenant_id, d, '07:00', '20:30'
           from cold.tenants, generate_series(1, 7) d"""
    )
    quote(asha)
    assert full(quote(ravi)) == ["Mon 20:00", "Tue 07:00", "Tue 07:30", "Tue 08:00"]
    shop.execute("update cold.tenants set order_ahead_days = 0")
    ravi.turn_clock(NOON)
    assert full(ravi.checkout()) == ["Mon 20:00"]


def test_slots_go_by_the_shops_clock(shop: Connection, asha: Caller) -> None:
    put_slots(shop, 45, 1)
    quote(asha, datetime(2026, 3, 2, 20, 14, tzinfo=KOLKATA))
    assert booked(shop) == [(datetime(2026, 3, 2, 19, 30, tzinfo=KOLKATA), False)]
