"""Two changes of one cart at once: each answered piece is in an order or in the cart, once."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import psycopg
import pytest

from tests.db.reliability.broken import NO_LOCK, PAUSE, hold, let_go, put_in, wait_for_waiting
from tests.support.together import at_once, fresh, must, phones
from tests.support.turns import Caller, items, line
from tools.kit.view import SessionView

PAIRS = 30
Work = Callable[[], SessionView]
Answer = SessionView | psycopg.Error


@pytest.fixture
def two_phones(dsn: str) -> Iterator[tuple[Caller, Caller]]:
    """One customer on two connections."""
    with phones(dsn, 2) as (first, second):
        yield first, second


def quoted_pairs(pair: tuple[Caller, Caller]) -> Iterator[SessionView]:
    """Again and again a new customer of both phones, with two idlies in an open checkout."""
    for _ in range(PAIRS):
        who = fresh()
        for phone in pair:
            phone.who = phone.chat = who
        pair[0].add_to_cart([line("idly", 2)], command=fresh())
        yield pair[0].checkout(command=fresh())


def confirm(phone: Caller, quoted: SessionView) -> Work:
    assert quoted.checkout
    return partial(phone.choose_payment, "cash", quoted.checkout.checkout_id, command=fresh())


def refusal(answer: Answer) -> str | None:
    return answer.sqlstate if isinstance(answer, psycopg.Error) else None


def race(first: Work, second: Work) -> tuple[Answer, Answer]:
    one, other = at_once([first, second])
    return one, other


def ordered(db: psycopg.Connection, session_id: str) -> Counter[str]:
    """The pieces of a session's orders, by dish."""
    found = db.execute(
        """select menu_item_id, sum(quantity)::integer
           from cold.order_item join cold.orders using (tenant_id, order_id)
           where session_id = %s group by 1""",
        [session_id],
    )
    return Counter(dict(found.fetchall()))


def in_cart(view: SessionView) -> Counter[str]:
    return Counter({one.item_id: one.quantity for one in view.lines})


def check_totals(db: psycopg.Connection) -> None:
    wrong = db.execute(
        """select order_id from cold.orders o where total_amount is distinct from (
             select sum(subtotal) from cold.order_item i
             where i.tenant_id = o.tenant_id and i.order_id = o.order_id)"""
    ).fetchall()
    assert wrong == []


def test_adding_while_confirming_loses_and_doubles_nothing(
    db: psycopg.Connection, two_phones: tuple[Caller, Caller]
) -> None:
    adds, confirms = two_phones
    for quoted in quoted_pairs(two_phones):
        add = partial(adds.add_to_cart, [line("masala_dosa")], command=fresh())
        added, placed = race(add, confirm(confirms, quoted))
        must([added])
        sold = ordered(db, quoted.session_id)
        left = in_cart(adds.view_cart(command=fresh()))
        assert sold + left == Counter(idly=2, masala_dosa=1)
        assert refusal(placed) == (None if sold else "OC012")
    check_totals(db)


def test_without_the_lock_the_added_dish_is_lost(
    db: psycopg.Connection, two_phones: tuple[Caller, Caller]
) -> None:
    adds, confirms = two_phones
    put_in(db, NO_LOCK, PAUSE)
    hold(db)

    def add_meanwhile() -> SessionView:
        wait_for_waiting(db, 1)
        added = adds.add_to_cart([line("masala_dosa")], command=fresh())
        let_go(db)
        return added

    quoted = next(quoted_pairs(two_phones))
    must(race(add_meanwhile, confirm(confirms, quoted)))
    assert ordered(db, quoted.session_id) == Counter(idly=2)
    assert in_cart(adds.view_cart(command=fresh())) == Counter()


def test_removing_while_confirming_gives_one_answer(
    db: psycopg.Connection, two_phones: tuple[Caller, Caller]
) -> None:
    removes, confirms = two_phones
    for quoted in quoted_pairs(two_phones):
        remove = partial(removes.remove_from_cart, [items("idly")], 1, command=fresh())
        removed, placed = race(remove, confirm(confirms, quoted))
        sold = ordered(db, quoted.session_id)
        left = in_cart(removes.view_cart(command=fresh()))
        assert (refusal(removed), refusal(placed), sold, left) in (
            ("OC007", None, Counter(idly=2), Counter()),
            (None, "OC012", Counter(), Counter(idly=1)),
        )
    check_totals(db)


def test_clearing_while_confirming_gives_one_answer(
    db: psycopg.Connection, two_phones: tuple[Caller, Caller]
) -> None:
    clears, confirms = two_phones
    for quoted in quoted_pairs(two_phones):
        clear = partial(clears.clear_cart, command=fresh())
        cleared, placed = race(clear, confirm(confirms, quoted))
        must([cleared])
        sold = ordered(db, quoted.session_id)
        assert (refusal(placed), sold) in ((None, Counter(idly=2)), ("OC012", Counter()))
        assert clears.view_cart(command=fresh()).lines == ()


def test_two_checkouts_at_once_are_one_quote(two_phones: tuple[Caller, Caller]) -> None:
    for _ in quoted_pairs(two_phones):
        two_phones[0].add_to_cart([line("masala_dosa")], command=fresh())
        quotes = must(at_once([partial(phone.checkout, command=fresh()) for phone in two_phones]))
        assert quotes[0].checkout is not None
        assert quotes[0].checkout == quotes[1].checkout


def test_the_same_line_added_at_once_is_one_line(dsn: str) -> None:
    with phones(dsn, 8) as callers:
        for turn in range(1, 6):
            adds = [
                partial(phone.add_to_cart, [line("idly", 2)], command=fresh()) for phone in callers
            ]
            must(at_once(adds))
            (only,) = callers[0].view_cart(command=fresh()).lines
            assert only.quantity == 16 * turn
