"""`hotcart tenant hours`: what is said is what is shown, and what contradicts itself is refused."""

import pytest
from psycopg import Connection

from tests.bot.cli.conftest import Hotcart
from tests.support.records import everything

HOURS = ("tenant", "hours", "demo")


def lines(shopkeeper: Hotcart, *arguments: str) -> list[str]:
    """What the command shows under its heading."""
    ran = shopkeeper(*HOURS, *arguments)
    assert ran.code == 0, ran.err
    heading, *rest = ran.out.splitlines()
    assert heading == "demo (Asia/Kolkata):"
    return [line.strip() for line in rest]


def test_the_demo_shop_is_always_open(shopkeeper: Hotcart) -> None:
    assert lines(shopkeeper) == ["always open"]


def test_a_week_is_shown_as_it_was_said(shopkeeper: Hotcart) -> None:
    said = ("mon-fri", "07:00-22:30", "sat,sun 17:00-01:00,08:00-12:00")
    week = ["mon-fri  07:00-22:30", "sat-sun  08:00-12:00, 17:00-01:00"]
    assert lines(shopkeeper, *said) == week
    assert lines(shopkeeper, "--last-order", "30") == [
        *week,
        "last order 30 minutes before closing",
    ]
    assert lines(shopkeeper, "tue-sat 00:00-24:00", "sun closed", "--last-order", "0") == [
        "mon      closed",
        "tue-sat  00:00-00:00",
        "sun      closed",
    ]
    assert lines(shopkeeper, "always") == ["always open"]


def test_a_shop_that_never_closes_has_no_last_order(shopkeeper: Hotcart) -> None:
    assert lines(shopkeeper, "always", "--last-order", "30") == ["always open"]


def test_special_days_come_and_go(shopkeeper: Hotcart) -> None:
    closed = ("--closed", "2999-12-25", "--closed", "2999-12-26")
    assert lines(shopkeeper, *closed, "--open", "2999-12-24=08:00-14:00") == [
        "always open",
        "2999-12-24 08:00-14:00",
        "2999-12-25 closed",
        "2999-12-26 closed",
    ]
    assert lines(shopkeeper, "--open", "2999-12-25=18:00-02:00", "--usual", "2999-12-26") == [
        "always open",
        "2999-12-24 08:00-14:00",
        "2999-12-25 18:00-02:00",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("mon-fri",), "'mon-fri' are no opening hours; say"),
        (("mon", "7-22"), "'7-22' are no hours; say"),
        (("mon", "07:00-25:00"), "'07:00-25:00' are no hours"),
        (("mon", "07:00-24:30"), "'07:00-24:30' are no hours"),
        (("monday", "07:00-22:00"), "'monday' is no day; days are mon, tue"),
        (("mon-sun", "closed"), "a shop that never opens cannot be"),
        (("sun", "closed", "daily", "07:00-22:00"), "sun is both open and closed"),
        (("mon", "07:00-12:00,11:00-13:00"), "mon 07:00-12:00 and mon 11:00-13:00 overlap"),
        (("fri 20:00-04:00", "sat 03:00-09:00"), "fri 20:00-04:00 and sat 03:00-09:00 overlap"),
        (("sun 20:00-04:00", "mon 03:00-09:00"), "overlap; part them"),
        (("--closed", "25.12.2026"), "'25.12.2026' is no date; write it like 2026-12-25"),
        (("--open", "2026-12-25"), "'' are no hours"),
    ],
)
def test_what_contradicts_itself_is_refused(
    shopkeeper: Hotcart, db: Connection, arguments: tuple[str, ...], says: str
) -> None:
    lines(shopkeeper, "mon-sat 07:00-22:00")
    before = everything(db)
    ran = shopkeeper(*HOURS, *arguments)
    assert ran.code == 1
    assert says in ran.err.splitlines()[-1]
    assert everything(db) == before


def test_a_shop_that_is_not_there(shopkeeper: Hotcart) -> None:
    assert "there is no shop 'nope'" in shopkeeper("tenant", "hours", "nope").err
    assert shopkeeper(*HOURS, "--last-order", "241").code == 2
