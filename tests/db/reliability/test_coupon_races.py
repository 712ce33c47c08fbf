"""A promo code with a limit and several buyers: never over-redeemed, never lost to a failure."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial

import psycopg
import pytest

from tests.db.reliability.broken import (
    PAUSE_BEFORE_ORDER,
    READ_THEN_REDEEM,
    Break,
    hold,
    let_go,
    put_in,
    wait_for_waiting,
)
from tests.support.charges import Coupon, Rules
from tests.support.together import at_once, fresh, must
from tests.support.turns import Caller, line
from tools.kit.view import SessionView

BUYERS = 8
REDEEMED = "select redeemed, (select count(*) from cold.coupon_redemption) from cold.coupon"
FAILING = Break(
    "write_order",
    "  perform app.keep_contact(",
    "  raise exception 'a failure after the coupon';\n  perform app.keep_contact(",
)


@pytest.fixture
def buyers(dsn: str) -> Iterator[list[Caller]]:
    """Eight customers, each on a connection of his own."""
    with ExitStack() as stack:
        yield [stack.enter_context(Caller(dsn, f"buyer {n}")) for n in range(BUYERS)]


def put_code(
    db: psycopg.Connection, total_limit: int | None = None, customer_limit: int | None = None
) -> None:
    coupon = Coupon("ONCE", "10", total_limit=total_limit, customer_limit=customer_limit)
    Rules(coupons=[coupon]).put(db)


def quoted(buyer: Caller) -> SessionView:
    """A cart with an idly, and the code counted in its quote."""
    buyer.add_to_cart([line("idly")])
    buyer.apply_coupon("ONCE")
    view = buyer.checkout()
    assert view.checkout
    assert view.checkout.total == 30
    return view


@pytest.mark.parametrize("limit", [1, 3])
def test_a_limited_code_is_redeemed_no_oftener(
    db: psycopg.Connection, buyers: list[Caller], limit: int
) -> None:
    put_code(db, total_limit=limit)
    for buyer in buyers:
        quoted(buyer)
    views = must(at_once([partial(buyer.choose_payment, "cash") for buyer in buyers]))
    assert sum(view.order is not None for view in views) == limit
    assert db.execute(REDEEMED).fetchone() == (limit, limit)
    for buyer, view in zip(buyers, views, strict=True):
        if view.order is None:
            (told,) = [one.coupon for one in view.differences if one.coupon]
            assert (told.code, told.reason) == ("ONCE", "used_up")
            assert view.checkout
            assert view.checkout.total == 40
            order = buyer.choose_payment("cash", view.checkout.checkout_id).order
            assert order
            assert order.total == 40


def test_one_customer_in_many_chats_uses_it_once(dsn: str, db: psycopg.Connection) -> None:
    put_code(db, customer_limit=1)
    with ExitStack() as stack:
        chats = [stack.enter_context(Caller(dsn, "asha", chat=f"chat {n}")) for n in range(BUYERS)]
        for chat in chats:
            quoted(chat)
        views = must(at_once([partial(chat.choose_payment, "cash") for chat in chats]))
    assert sum(view.order is not None for view in views) == 1
    assert db.execute(REDEEMED).fetchone() == (1, 1)


def test_one_buyer_with_many_fingers_redeems_it_once(dsn: str, db: psycopg.Connection) -> None:
    put_code(db)
    with ExitStack() as stack:
        fingers = [stack.enter_context(Caller(dsn, "asha")) for _ in range(BUYERS)]
        quoted(fingers[0])
        pay = [partial(one.choose_payment, "cash", command=fresh()) for one in fingers]
        views = must(at_once(pay))
    assert len({view.order.order_id for view in views if view.order}) == 1
    assert db.execute(REDEEMED).fetchone() == (1, 1)


def confirm_past_the_pause(
    db: psycopg.Connection, buyers: list[Caller]
) -> list[SessionView | psycopg.Error]:
    """Two confirm, and go on when both wait: at the pause, or for the one who is there."""
    for buyer in buyers[:2]:
        quoted(buyer)
    hold(db)

    def look_when_both_wait() -> None:
        wait_for_waiting(db, 2)
        let_go(db)

    pay: list[Callable[[], SessionView | None]] = [
        partial(buyer.choose_payment, "cash") for buyer in buyers[:2]
    ]
    return [one for one in at_once([*pay, look_when_both_wait]) if one is not None]


def test_two_between_judging_and_redeeming(db: psycopg.Connection, buyers: list[Caller]) -> None:
    put_code(db, total_limit=1)
    put_in(db, PAUSE_BEFORE_ORDER)
    views = must(confirm_past_the_pause(db, buyers))
    assert sum(view.order is not None for view in views) == 1


def test_without_the_lock_the_second_is_stopped_by_the_last_wall_only(
    db: psycopg.Connection, buyers: list[Caller]
) -> None:
    put_code(db, total_limit=1)
    put_in(db, READ_THEN_REDEEM, PAUSE_BEFORE_ORDER)
    answers = confirm_past_the_pause(db, buyers)
    errors = [one for one in answers if isinstance(one, psycopg.errors.CheckViolation)]
    assert len(errors) == 1


def test_without_any_wall_it_is_over_redeemed(db: psycopg.Connection, buyers: list[Caller]) -> None:
    put_code(db, total_limit=1)
    put_in(db, READ_THEN_REDEEM, PAUSE_BEFORE_ORDER)
    db.execute("alter table cold.coupon drop constraint coupon_is_not_over_redeemed")
    views = must(confirm_past_the_pause(db, buyers))
    assert sum(view.order is not None for view in views) == 2
    assert db.execute(REDEEMED).fetchone() == (2, 2)


def test_an_order_that_fails_gives_the_code_back(dsn: str, db: psycopg.Connection) -> None:
    put_code(db, total_limit=1)
    with Caller(dsn, "asha") as asha:
        quoted(asha)
        put_in(db, FAILING)
        with pytest.raises(psycopg.errors.RaiseException, match="a failure after"):
            asha.choose_payment("cash")
        assert db.execute(REDEEMED).fetchone() == (0, 0)
        put_in(
            db, Break("write_order", "  perform app.keep_contact(", "  perform app.keep_contact(")
        )
        assert asha.choose_payment("cash").order
    assert db.execute(REDEEMED).fetchone() == (1, 1)
