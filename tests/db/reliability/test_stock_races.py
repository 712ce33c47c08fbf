"""Several buyers of the last pieces: never oversold, never in each other's way."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial

import psycopg
import pytest

from tests.db.reliability.broken import (
    LOCK_IN_THE_REVIEW,
    NO_STOCK_LOCK,
    PAUSE_BEFORE_QUOTE,
    UNSORTED,
    Break,
    hold,
    let_go,
    put_in,
    quote_past_the_pause,
    wait_for_waiting,
)
from tests.support.together import at_once, must
from tests.support.turns import Caller, line
from tools.kit.view import SessionView

BUYERS = 8
DEADLOCK = "40P01"


@pytest.fixture
def buyers(dsn: str) -> Iterator[list[Caller]]:
    """Eight customers, each on a connection of his own."""
    with ExitStack() as stack:
        yield [stack.enter_context(Caller(dsn, f"buyer {n}")) for n in range(BUYERS)]


def put_stock(db: psycopg.Connection, **pieces: int) -> None:
    """Count these dishes and no others."""
    db.execute("delete from cold.menu_item_stock")
    for item_id, quantity in pieces.items():
        db.execute(
            """insert into cold.menu_item_stock
               select tenant_id, item_id, %s from cold.menu_item where item_id = %s""",
            [quantity, item_id],
        )


def stock(db: psycopg.Connection) -> dict[str, int]:
    return dict(db.execute("select item_id, quantity from cold.menu_item_stock").fetchall())


def held(db: psycopg.Connection) -> int:
    """How many pieces of idly are held, over all customers."""
    row = db.execute("select coalesce(sum(quantity), 0) from cold.stock_hold").fetchone()
    assert row
    return int(row[0])


def both_want_the_last(db: psycopg.Connection, buyers: Sequence[Caller]) -> None:
    """The first two have the last idly in their carts."""
    put_stock(db, idly=1)
    for buyer in buyers[:2]:
        buyer.add_to_cart([line("idly")])


def quote_at_once(buyers: Sequence[Caller]) -> list[SessionView]:
    """Everybody asks for a quote together."""
    return must(at_once([partial(buyer.checkout) for buyer in buyers]))


def buy_at_once(buyers: Sequence[Caller]) -> list[SessionView]:
    """Everybody confirms his quote together."""
    return must(at_once([partial(buyer.choose_payment, "cash") for buyer in buyers]))


@pytest.mark.parametrize(("pieces", "each", "sold"), [(3, 1, 3), (5, 2, 2), (1, 1, 1)])
def test_the_last_pieces_are_quoted_and_sold_once(
    db: psycopg.Connection, buyers: list[Caller], pieces: int, each: int, sold: int
) -> None:
    put_stock(db, idly=pieces)
    for buyer in buyers:
        buyer.add_to_cart([line("idly", each)])
    views = quote_at_once(buyers)
    left = pieces - sold * each
    assert held(db) == sold * each
    losers = [view for view in views if view.checkout is None]
    assert len(losers) == BUYERS - sold
    for view in losers:
        assert [(one.kind, one.item_name, one.left) for one in view.differences] == [
            ("stock", "Idly", left)
        ]
        assert [one.quantity for one in view.lines] == [each]

    winners = [buyer for buyer, view in zip(buyers, views, strict=True) if view.checkout]
    assert all(view.order for view in buy_at_once(winners))
    assert (stock(db), held(db)) == ({"idly": left}, 0)


def test_pieces_that_went_missing_after_the_quotes_are_not_sold(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    put_stock(db, idly=BUYERS)
    for buyer in buyers:
        buyer.add_to_cart([line("idly")])
    assert all(view.checkout for view in quote_at_once(buyers))
    put_stock(db, idly=3)
    views = buy_at_once(buyers)
    assert [view.order is not None for view in views].count(True) == 3
    assert (stock(db), held(db)) == ({"idly": 0}, 0)
    for view in views:
        if view.order is None:
            assert [(one.kind, one.left) for one in view.differences] == [("stock", 0)]
            assert view.checkout is None


def test_two_at_once_between_judging_and_holding(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    put_in(db, PAUSE_BEFORE_QUOTE)
    both_want_the_last(db, buyers)
    assert quote_past_the_pause(db, buyers) == 1
    assert held(db) == 1


@pytest.mark.parametrize(
    "broken", [NO_STOCK_LOCK, LOCK_IN_THE_REVIEW], ids=["no lock", "lock in the review"]
)
def test_a_missing_lock_is_noticed(
    db: psycopg.Connection, buyers: list[Caller], broken: Break
) -> None:
    put_in(db, broken, PAUSE_BEFORE_QUOTE)
    both_want_the_last(db, buyers)
    assert quote_past_the_pause(db, buyers) == 2
    assert held(db) == 2


def test_carts_in_opposite_order_do_not_block_each_other(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    rounds = 6
    put_stock(db, idly=1000, masala_dosa=1000, plain_dosa=1000)
    dishes = ["idly", "masala_dosa", "plain_dosa"]
    for _ in range(rounds):
        for number, buyer in enumerate(buyers):
            order = dishes if number % 2 else dishes[::-1]
            buyer.add_to_cart([line(dish) for dish in order])
        assert all(view.checkout for view in quote_at_once(buyers))
        assert all(view.order for view in buy_at_once(buyers))
    assert stock(db) == dict.fromkeys(dishes, 1000 - rounds * BUYERS)


def test_two_lines_of_one_dish_share_its_stock(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    put_stock(db, idly=4)
    for buyer in buyers:
        buyer.add_to_cart([line("idly"), line("idly", note="cut in four")])
    views = quote_at_once(buyers)
    assert [view.checkout is not None for view in views].count(True) == 2
    assert held(db) == 4


def test_locks_taken_in_the_order_of_the_cart_would_block(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    put_in(db, UNSORTED)
    put_stock(db, idly=10, masala_dosa=10)
    dishes = ["idly", "masala_dosa"]
    for buyer, order in zip(buyers[:2], (dishes, dishes[::-1]), strict=True):
        buyer.add_to_cart([line(dish) for dish in order])
    hold(db)

    def look_when_both_wait() -> SessionView:
        wait_for_waiting(db, 2)
        let_go(db)
        return buyers[2].view_cart()

    works: list[Callable[[], SessionView]] = [buyer.checkout for buyer in buyers[:2]]
    answers = at_once([*works, look_when_both_wait])
    refusals = [answer.sqlstate for answer in answers if isinstance(answer, psycopg.Error)]
    assert refusals == [DEADLOCK]
