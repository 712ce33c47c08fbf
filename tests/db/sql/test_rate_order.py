"""Ratings of orders: by whom, of which, for how long, and who is told of bad ones."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from psycopg import Connection

from tests.support.life import move, place
from tests.support.open_rooms import open_room, waiting
from tests.support.records import everything
from tests.support.refusals import refused
from tests.support.turns import Caller
from tools.kit.view import Order, SessionView

DAYS_AGO = "update cold.order_event set at = now() - make_interval(hours => %s)"
ALERTS = """
select payload ->> 'stars', payload ->> 'words' from cold.outbox
where topic = 'bad_review' order by position
"""


@pytest.fixture(autouse=True)
def owner(db: Connection) -> str:
    return open_room(db, "owner", "-9", channel="test")


def had(person: Caller, db: Connection) -> Order:
    """An order that was handed over."""
    order = place(person)
    move(db, order.order_id, "ready")
    move(db, order.order_id, "completed")
    db.execute(DAYS_AGO, (0,))
    return order


def rate(
    person: Caller,
    stars: int | None,
    words: str | None = None,
    order: UUID | None = None,
    command: str | None = None,
) -> SessionView:
    return person.call("rate_order", stars, words, order, command=command)


def alerts(db: Connection) -> Sequence[tuple[str, str | None]]:
    return db.execute(ALERTS).fetchall()


@pytest.mark.parametrize(("stars", "told"), [(1, 1), (2, 1), (3, 0), (4, 0), (5, 0)])
def test_two_stars_and_fewer_are_told_at_once(
    asha: Caller, db: Connection, stars: int, told: int
) -> None:
    order = had(asha, db)
    review = rate(asha, stars).review
    assert review is not None
    assert (review.order_id, review.stars) == (order.order_id, stars)
    assert waiting(db, "-9").count("bad_review") == told


def test_it_is_told_when_it_becomes_bad_and_when_it_is_said_why(
    asha: Caller, db: Connection
) -> None:
    had(asha, db)
    for stars, words in ((2, None), (1, None), (None, "cold"), (5, None), (None, "no!"), (2, None)):
        rate(asha, stars, words)
    assert alerts(db) == [("2", None), ("1", "cold"), ("2", "no!")]


def test_a_repeated_command_rates_once(asha: Caller, db: Connection) -> None:
    had(asha, db)
    first = rate(asha, 1, "cold", command="test:1")
    rate(asha, 5)
    again = rate(asha, 1, "cold", command="test:1")
    assert (first.replayed, again.replayed) == (False, True)
    assert db.execute("select stars from cold.review").fetchall() == [(5,)]
    assert len(alerts(db)) == 1


def test_nothing_is_rated_that_one_has_not_had(asha: Caller, db: Connection, dsn: str) -> None:
    order = place(asha)
    with refused("OC099"):
        rate(asha, 5)
    with refused("OC099"):
        rate(asha, 5, None, order.order_id)
    move(db, order.order_id, "rejected")
    with refused("OC099"):
        rate(asha, 5, None, order.order_id)


def test_only_its_own_customer_rates_it(asha: Caller, db: Connection, dsn: str) -> None:
    order = had(asha, db)
    with Caller(dsn, "ravi") as ravi:
        with refused("OC018"):
            rate(ravi, 1, "slander", order.order_id)
        with refused("OC099"):
            rate(ravi, 1)
    assert db.execute("select count(*) from cold.review").fetchone() == (0,)


@pytest.mark.parametrize(("hours", "may"), [(7 * 24 - 1, True), (7 * 24 + 1, False)])
def test_for_a_week(asha: Caller, db: Connection, hours: int, may: bool) -> None:
    had(asha, db)
    db.execute(DAYS_AGO, (hours,))
    if may:
        rate(asha, 5)
        return
    with refused("OC099"):
        rate(asha, 5)


def test_without_stars_it_is_only_asked(asha: Caller, db: Connection) -> None:
    order = had(asha, db)
    before = everything(db)["cold.review"]
    review = rate(asha, None, "cold").review
    assert review is not None
    assert (review.order_id, review.stars) == (order.order_id, None)
    assert everything(db)["cold.review"] == before


def test_why_is_about_what_was_rated_last(asha: Caller, db: Connection) -> None:
    first, second = had(asha, db), had(asha, db)
    rate(asha, 4, None, second.order_id)
    rate(asha, 2, None, first.order_id)
    review = rate(asha, None, "cold").review
    assert review is not None
    assert (review.order_id, review.words) == (first.order_id, "cold")
    review = rate(asha, 5).review
    assert review is not None
    assert review.order_id == second.order_id, "stars are for what one has had last"
