"""What is served when: the shop's own clock, and periods that run past midnight."""

import psycopg
from psycopg import Connection

from tests.support.refusals import refused
from tests.support.turns import Caller, line

PERIOD = """
update cold.meal_period set starts_at = %s, ends_at = %s where meal_period_id = 'breakfast'
"""


def served(asha: Caller, clock: str) -> bool:
    """Whether thatte idly can be ordered at a moment."""
    asha.turn_clock(clock)
    try:
        asha.add_to_cart([line("thatte_idly")])
    except psycopg.Error as refusal:
        if refusal.sqlstate != "OC006":
            raise
        return False
    return True


def test_from_its_first_minute_until_its_last(asha: Caller) -> None:
    assert not served(asha, "2026-03-02 06:59:59.999+05:30")
    assert served(asha, "2026-03-02 07:00+05:30")
    assert served(asha, "2026-03-02 11:29:59.999+05:30")
    assert not served(asha, "2026-03-02 11:30+05:30")


def test_a_period_past_midnight(asha: Caller, db: Connection) -> None:
    db.execute(PERIOD, ("22:00", "02:00"))
    assert not served(asha, "2026-03-02 21:59+05:30")
    assert served(asha, "2026-03-02 22:00+05:30")
    assert served(asha, "2026-03-03 00:00+05:30")
    assert served(asha, "2026-03-03 01:59+05:30")
    assert not served(asha, "2026-03-03 02:00+05:30")


def test_a_period_until_midnight(asha: Caller, db: Connection) -> None:
    db.execute(PERIOD, ("22:00", "00:00"))
    assert served(asha, "2026-03-02 23:59+05:30")
    assert not served(asha, "2026-03-03 00:00+05:30")


def test_the_clock_is_the_shops(asha: Caller, db: Connection) -> None:
    noon_in_kolkata = "2026-07-01 06:30+00"
    assert not served(asha, noon_in_kolkata)
    for zone, expected in (("Europe/London", True), ("America/New_York", False), ("UTC", False)):
        db.execute("update cold.tenants set time_zone = %s", (zone,))
        assert served(asha, noon_in_kolkata) is expected, zone


def test_summer_time_moves_it(asha: Caller, db: Connection) -> None:
    db.execute("update cold.tenants set time_zone = 'Europe/London'")
    assert not served(asha, "2026-01-15 06:30+00")
    assert served(asha, "2026-07-15 06:30+00")


def test_without_a_period_it_is_served_all_day(asha: Caller) -> None:
    for clock in ("2026-03-02 03:00+05:30", "2026-03-02 17:00+05:30"):
        asha.turn_clock(clock)
        asha.add_to_cart([line("idly")])


def test_the_refusal_names_the_times_in_order(asha: Caller, db: Connection) -> None:
    asha.turn_clock("2026-03-02 13:00+05:30")
    with refused("OC006") as refusal:
        asha.add_to_cart([line("thatte_idly")])
    assert refusal.words["when"] == "07:00-11:30"
