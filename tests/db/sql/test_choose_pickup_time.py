"""choose_pickup_time: an order for later is judged at the time it is wanted for."""

from datetime import datetime, timedelta, timezone

import pytest
from psycopg import Connection

from tests.db.reliability.hot import evict
from tests.support.records import events, everything
from tests.support.refusals import refused
from tests.support.turns import Caller, line

KOLKATA = timezone(timedelta(hours=5, minutes=30))
EVENING = "2026-03-02 20:00+05:30"
HOURS = """
insert into cold.opening_hours
select tenant_id, weekday, '07:00', '22:30' from cold.tenants, generate_series(1, 7) weekday
"""


def at(day: int, clock: str) -> datetime:
    """A moment of March 2026 in the shop's time."""
    return datetime.fromisoformat(f"2026-03-{day:02}T{clock}").replace(tzinfo=KOLKATA)


@pytest.fixture
def evening(asha: Caller) -> Caller:
    """A customer on Monday evening."""
    asha.turn_clock(EVENING)
    return asha


def test_breakfast_for_tomorrow(evening: Caller, db: Connection) -> None:
    with refused("OC006"):
        evening.add_to_cart([line("thatte_idly")])
    morning = at(3, "08:00")
    assert evening.choose_pickup_time(morning).pickup_at == morning
    evening.add_to_cart([line("thatte_idly")])
    view = evening.checkout()
    assert view.checkout is not None
    assert view.checkout.pickup_at == morning
    assert evening.choose_payment("cash", view.checkout.checkout_id).order is not None
    assert db.execute("select pickup_at from cold.orders").fetchall() == [(morning,)]
    assert evening.view_cart().pickup_at is None


def test_what_is_served_now_is_not_served_then(evening: Caller) -> None:
    evening.add_to_cart([line("family_roast"), line("idly")])
    view = evening.choose_pickup_time(at(3, "08:00"))
    assert [(d.kind, d.item_name, d.when) for d in view.differences] == [
        ("not_served", "Family Roast", "19:00-22:30")
    ]
    with refused("OC006"):
        evening.add_to_cart([line("family_roast", note="crisp")])
    assert evening.checkout().checkout is None
    evening.choose_pickup_time(None)
    assert evening.checkout().checkout is not None


def test_sold_out_until_six_is_there_at_seven(asha: Caller, db: Connection) -> None:
    asha.turn_clock("2026-03-02 13:00+05:30")
    db.execute(
        """update cold.menu_item set is_available = false,
             unavailable_until = '2026-03-02 18:00+05:30' where item_id = 'idly'"""
    )
    db.execute(
        """update cold.option set is_available = false,
             unavailable_until = '2026-03-02 18:30+05:30' where option_id = 'ghee'"""
    )
    ghee = {"group_id": "extras", "option_id": "ghee"}
    asha.choose_pickup_time(at(2, "17:59"))
    with refused("OC005"):
        asha.add_to_cart([line("idly")])
    asha.choose_pickup_time(at(2, "18:00"))
    with refused("OC008") as refusal:
        asha.add_to_cart([line("idly", options=[ghee])])
    assert refusal.words == {"item": "Idly", "option": "Ghee Topping"}
    asha.choose_pickup_time(at(2, "19:00"))
    asha.add_to_cart([line("idly", options=[ghee])])
    assert asha.choose_payment("cash").checkout is not None
    assert asha.choose_payment("cash").order is not None


def test_a_time_that_has_passed_is_now(evening: Caller, db: Connection) -> None:
    evening.choose_pickup_time(at(2, "20:10"))
    evening.add_to_cart([line("family_roast")])
    assert evening.checkout().checkout is not None
    evening.turn_clock("2026-03-02 20:12+05:30")
    assert evening.choose_payment("cash").order is not None
    assert db.execute("select pickup_at from cold.orders").fetchall() == [(None,)]

    evening.choose_pickup_time(at(2, "22:00"))
    evening.turn_clock("2026-03-02 22:31+05:30")
    with refused("OC006"):
        evening.add_to_cart([line("family_roast")])


def test_a_new_time_ends_the_quote(evening: Caller, db: Connection) -> None:
    evening.add_to_cart([line("idly")])
    first = evening.checkout().checkout
    assert first is not None
    assert evening.choose_pickup_time(None).checkout == first
    assert evening.choose_pickup_time(at(3, "08:00")).checkout is None
    with refused("OC012"):
        evening.choose_payment("cash", first.checkout_id)
    second = evening.checkout().checkout
    assert second is not None
    assert evening.choose_pickup_time(at(3, "08:00")).checkout == second
    assert evening.choose_pickup_time(at(3, "08:30")).checkout is None
    quotes = db.execute("select pickup_at from warm.checkouts order by checkout_no").fetchall()
    assert quotes == [(None,), (at(3, "08:00"),)]
    assert db.execute("select count(distinct cart_hash) from warm.checkouts").fetchone() == (2,)


def test_it_is_in_the_log(evening: Caller, db: Connection) -> None:
    evening.add_to_cart([line("idly")])
    before = evening.choose_pickup_time(at(3, "08:00"))
    assert [kind for kind, _ in events(db, before.session_id)] == ["item_added", "pickup_chosen"]
    quoted = evening.checkout().checkout
    evict(db, before.session_id)
    after = evening.view_cart()
    assert (after.pickup_at, after.checkout) == (before.pickup_at, quoted)


@pytest.mark.parametrize(
    "when",
    ["2026-03-02 20:00+05:30", "2026-03-02 19:59+05:30", "2026-03-10 00:00+05:30", "infinity"],
)
def test_no_time_in_the_past_or_too_far_ahead(evening: Caller, db: Connection, when: str) -> None:
    evening.view_cart()
    before = everything(db)
    with refused("OC021") as refusal:
        evening.call("choose_pickup_time", when)
    assert refusal.words == {"days": 7}
    assert everything(db) == before
    evening.choose_pickup_time(at(9, "23:59"))


def test_a_shop_that_takes_orders_only_for_now(evening: Caller, db: Connection) -> None:
    db.execute("update cold.tenants set order_ahead_days = 0")
    with refused("OC021"):
        evening.choose_pickup_time(at(2, "21:00"))
    assert evening.choose_pickup_time(None).pickup_at is None


def test_the_shop_must_be_open_then(evening: Caller, db: Connection) -> None:
    db.execute(HOURS.encode())
    db.execute("update cold.tenants set last_order_minutes = 30")
    db.execute("insert into cold.special_day select tenant_id, '2026-03-04' from cold.tenants")
    for moment, words in (
        (at(2, "22:00"), "tomorrow from 07:00"),
        (at(3, "06:59"), "tomorrow from 07:00"),
        (at(4, "12:00"), "on Thursday from 07:00"),
    ):
        with refused("OC019") as refusal:
            evening.choose_pickup_time(moment)
        assert refusal.words == {"when": words}
    evening.turn_clock("2026-03-02 23:00+05:30")
    with refused("OC019"):
        evening.add_to_cart([line("idly")])
    evening.choose_pickup_time(at(3, "07:00"))
    evening.add_to_cart([line("idly")])
    assert evening.checkout().checkout is not None


def test_a_repeated_command_changes_nothing(evening: Caller, db: Connection) -> None:
    evening.choose_pickup_time(at(3, "08:00"), command="once")
    before = everything(db)
    view = evening.choose_pickup_time(at(3, "09:00"), command="once")
    assert (view.replayed, view.pickup_at) == (True, at(3, "08:00"))
    assert everything(db) == before
