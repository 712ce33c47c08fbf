"""The last of an ingredient, and deliveries amid orders: none is sold twice, not a gram is lost."""

from collections.abc import Iterator
from contextlib import ExitStack
from decimal import Decimal
from functools import partial
from threading import Thread

import psycopg
import pytest
from psycopg import Connection

from tests.db.reliability.broken import (
    FAILPOINT,
    Break,
    hold,
    let_go,
    put_in,
    wait_for_waiting,
)
from tests.support.life import cancel, let_cancel, place
from tests.support.pantry import left_of, put_ingredient, put_recipe
from tests.support.staff import member
from tests.support.together import at_once, must
from tests.support.turns import Caller, line
from tools.kit.view import SessionView

BUYERS = 4
LOCK_STOCK = "  perform app.lock_stock(p_turn, v_claimed);\n"
# Both are past what they would wait at, and neither has judged yet.
MEET_BEFORE_LOCK = Break(
    "create_order_from_session",
    LOCK_STOCK,
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n{LOCK_STOCK}",
)
MEET_BEFORE_WRITE = Break(
    "create_order_from_session",
    "  v_order_id := app.write_order(",
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n  v_order_id := app.write_order(",
)
NO_INGREDIENT_LOCK = Break("lock_items", "order by g.ingredient_id for no key update;", ";")
DISH_BY_DISH = Break("pieces_makeable", "- h.amount - b.amount", "- b.amount")
NEVER_GIVEN_BACK = Break(
    "return_stock", "  perform app.take_ingredients(p_tenant, p_order, v_lines, v_given);\n", ""
)
PUT_BACK_AS_READ = Break(
    "lock_ingredient",
    "and not g.is_removed for no key update;",
    f"and not g.is_removed;\n  perform pg_advisory_xact_lock_shared({FAILPOINT});",
)


@pytest.fixture
def buyers(dsn: str) -> Iterator[list[Caller]]:
    """Several customers."""
    with ExitStack() as stack:
        yield [stack.enter_context(Caller(dsn, f"buyer {number}")) for number in range(BUYERS)]


@pytest.fixture
def cook(dsn: str, db: Connection) -> Iterator[Caller]:
    """One of the staff."""
    with member(dsn, db, "cook", "manager") as caller:
        yield caller


def both_want_the_last(db: Connection, buyers: list[Caller]) -> list[SessionView | psycopg.Error]:
    """A coffee and a tea, with milk for one of them, and no quote that holds it."""
    put_ingredient(db, "milk", "1")
    put_recipe(db, "filter_coffee", milk="0.15")
    put_recipe(db, "tea", milk="0.1")
    for buyer, dish in zip(buyers, ("filter_coffee", "tea"), strict=False):
        buyer.add_to_cart([line(dish)])
        buyer.checkout()
    db.execute("delete from cold.stock_hold")
    put_ingredient(db, "milk", "0.2")
    hold(db)

    def let_them() -> None:
        wait_for_waiting(db, 2)
        let_go(db)

    beside = Thread(target=let_them)
    beside.start()
    answers = at_once([partial(buyer.choose_payment, "cash") for buyer in buyers[:2]])
    beside.join()
    return answers


def test_the_last_of_an_ingredient_goes_into_one_order(
    buyers: list[Caller], db: Connection
) -> None:
    put_in(db, MEET_BEFORE_LOCK)
    views = must(both_want_the_last(db, buyers))
    assert sorted(view.order is not None for view in views) == [False, True]
    assert left_of(db, "milk") in ("0.05", "0.1")


def test_without_its_lock_two_are_told_that_they_may_have_it(
    buyers: list[Caller], db: Connection
) -> None:
    put_in(db, NO_INGREDIENT_LOCK, MEET_BEFORE_WRITE)
    # Both have been judged; that there is never less than nothing is the last wall.
    with pytest.raises(psycopg.errors.CheckViolation):
        must(both_want_the_last(db, buyers))


def quotes_for_the_last(db: Connection, buyers: list[Caller]) -> int:
    """How many get a quote of different dishes where there is milk for one of them."""
    put_ingredient(db, "milk", "0.2")
    put_recipe(db, "filter_coffee", milk="0.15")
    put_recipe(db, "tea", milk="0.1")
    for buyer, dish in zip(buyers, ("filter_coffee", "tea"), strict=False):
        buyer.add_to_cart([line(dish)])
    views = must(at_once([buyer.checkout for buyer in buyers[:2]]))
    return sum(view.checkout is not None for view in views)


def test_a_quote_holds_the_last_of_an_ingredient(buyers: list[Caller], db: Connection) -> None:
    assert quotes_for_the_last(db, buyers) == 1


def test_two_would_have_a_quote_if_holds_were_of_dishes_only(
    buyers: list[Caller], db: Connection
) -> None:
    put_in(db, DISH_BY_DISH)
    assert quotes_for_the_last(db, buyers) == 2


def trade(buyers: list[Caller], cook: Caller, other: Caller, db: Connection) -> Decimal:
    """Two deliveries, orders and a cancellation at once; what is missing in the end."""
    let_cancel(db, "ready")
    put_ingredient(db, "milk", "2.005")
    put_recipe(db, "filter_coffee", milk="0.155")
    put_recipe(db, "tea", milk="0.101")
    earlier = place(buyers[0], line("filter_coffee", 3), line("tea", 2))
    expected = Decimal("2.005")
    for buyer in buyers[1:]:
        buyer.add_to_cart([line("filter_coffee", 2), line("tea")])
        assert buyer.checkout().checkout is not None
        expected -= 2 * Decimal("0.155") + Decimal("0.101")
    must(
        at_once(
            [
                partial(cancel, buyers[0], earlier.order_id),
                *(partial(buyer.choose_payment, "cash") for buyer in buyers[1:]),
                partial(cook.call, "update_ingredient", "milk", "add", Decimal("1.25")),
                partial(other.call, "update_ingredient", "milk", "add", Decimal("0.333")),
            ]
        )
    )
    return expected + Decimal("1.583") - Decimal(left_of(db, "milk"))


def test_deliveries_and_orders_add_up_to_the_gram(
    dsn: str, buyers: list[Caller], cook: Caller, db: Connection
) -> None:
    with member(dsn, db, "other", "inventory") as other:
        assert trade(buyers, cook, other, db) == 0


def test_they_would_not_if_a_cancelled_order_kept_its_milk(
    dsn: str, buyers: list[Caller], cook: Caller, db: Connection
) -> None:
    put_in(db, NEVER_GIVEN_BACK)
    with member(dsn, db, "other", "inventory") as other:
        assert trade(buyers, cook, other, db) == Decimal("0.667")


def deliver_amid_an_order(buyers: list[Caller], cook: Caller, db: Connection) -> str:
    """An order comes while a delivery is being written down, as far as it can."""
    put_ingredient(db, "milk", "1")
    put_recipe(db, "tea", milk="0.1")
    buyers[0].add_to_cart([line("tea")])
    buyers[0].checkout()
    hold(db)
    delivery = Thread(target=partial(cook.call, "update_ingredient", "milk", "add", 5))
    order = Thread(target=partial(buyers[0].choose_payment, "cash"))
    delivery.start()
    wait_for_waiting(db, 1)
    order.start()
    # Where it has to wait for the delivery it does not end before that may go on.
    order.join(1.0)
    let_go(db)
    delivery.join()
    order.join()
    return left_of(db, "milk")


def test_an_order_waits_for_a_delivery(buyers: list[Caller], cook: Caller, db: Connection) -> None:
    after_lock = "    v_has := case p_change"
    put_in(
        db,
        Break(
            "update_ingredient",
            after_lock,
            f"    perform pg_advisory_xact_lock_shared({FAILPOINT});\n{after_lock}",
        ),
    )
    assert deliver_amid_an_order(buyers, cook, db) == "5.9"


def test_it_would_be_forgotten_without_the_lock(
    buyers: list[Caller], cook: Caller, db: Connection
) -> None:
    put_in(db, PUT_BACK_AS_READ)
    assert deliver_amid_an_order(buyers, cook, db) == "6"
