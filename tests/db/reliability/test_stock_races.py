"""Several buyers of the last pieces: never oversold, never in each other's way."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from uuid import UUID

import psycopg
import pytest

from tests.db.reliability.broken import UNSORTED, hold, let_go, put_in, wait_for_waiting
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


def quote(buyer: Caller) -> UUID:
    checkout = buyer.checkout().checkout
    assert checkout
    return checkout.checkout_id


def buy_at_once(buyers: list[Caller]) -> list[SessionView]:
    """Everybody takes his quote, then all confirm together."""
    quotes = [(buyer, quote(buyer)) for buyer in buyers]
    return must(at_once([partial(buyer.choose_payment, "cash", which) for buyer, which in quotes]))


@pytest.mark.parametrize(("pieces", "each", "sold"), [(3, 1, 3), (5, 2, 2)])
def test_the_last_pieces_are_sold_once(
    db: psycopg.Connection, buyers: list[Caller], pieces: int, each: int, sold: int
) -> None:
    put_stock(db, idly=pieces)
    for buyer in buyers:
        buyer.add_to_cart([line("idly", each)])
    views = buy_at_once(buyers)
    left = pieces - sold * each
    assert stock(db) == {"idly": left}
    losers = [view for view in views if view.order is None]
    assert len(losers) == BUYERS - sold
    for view in losers:
        assert [(one.kind, one.item_name, one.left) for one in view.differences] == [
            ("stock", "Idly", left)
        ]
        assert (view.checkout, [one.quantity for one in view.lines]) == (None, [each])


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
        assert all(view.order for view in buy_at_once(buyers))
    assert stock(db) == dict.fromkeys(dishes, 1000 - rounds * BUYERS)


def test_two_lines_of_one_dish_share_its_stock(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    put_stock(db, idly=4)
    for buyer in buyers:
        buyer.add_to_cart([line("idly"), line("idly", note="cut in four")])
    views = buy_at_once(buyers)
    assert [view.order is not None for view in views].count(True) == 2
    assert stock(db) == {"idly": 0}


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

    works: list[Callable[[], SessionView]] = [
        partial(buyer.choose_payment, "cash", quote(buyer)) for buyer in buyers[:2]
    ]
    answers = at_once([*works, look_when_both_wait])
    refusals = [answer.sqlstate for answer in answers if isinstance(answer, psycopg.Error)]
    assert refusals == [DEADLOCK]
