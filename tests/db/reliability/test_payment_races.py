"""Payment against confirmation, and against itself: one order, and every rupee is somewhere."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Literal

import psycopg
import pytest

from tests.db.reliability.broken import NO_LOCK, Break, put_in
from tests.support.money import Payer, minor_of, take_money
from tests.support.together import at_once, fresh
from tests.support.turns import line
from tools.kit.view import SessionView, Tender

ROUNDS = 25
CHARGES = count(1)
FOUND = """
select (select count(*) from cold.orders o where o.session_id = %(session)s),
  (select coalesce(sum(o.total_amount), 0) from cold.orders o where o.session_id = %(session)s),
  (select coalesce(sum(p.amount), 0) from cold.payments p where p.charge_id = any(%(charges)s)
   and p.status = 'paid' and p.order_id is not null),
  (select coalesce(sum(p.amount), 0) from cold.payments p where p.charge_id = any(%(charges)s)
   and p.status = 'refund_due'),
  (select coalesce(sum(p.amount), 0) from cold.payments p
   join cold.orders o using (tenant_id, order_id)
   where o.session_id = %(session)s and p.status in ('due', 'paid')),
  (select count(*) from cold.outbox b where b.topic = 'refund_due'
   and b.payload ->> 'charge_id' = any(%(charges)s))
"""
Mode = Literal["cash beside", "twice", "two charges"]


def race(dsn: str, mode: Mode, rounds: int = ROUNDS) -> Counter[str]:
    """Pay while something else happens; what went wrong, nothing when all is well."""
    problems: Counter[str] = Counter()
    with (
        Payer(dsn) as one,
        Payer(dsn) as other,
        psycopg.connect(dsn, autocommit=True) as db,
    ):
        for _ in range(rounds):
            one.who = one.chat = other.who = other.chat = fresh()
            one.add_to_cart([line("idly", 2)], command=fresh())
            view = one.checkout("take_away", command=fresh())
            assert view.checkout is not None
            tender = one.invoice(command=fresh())
            charges = [f"race-{next(CHARGES)}" for _ in range(2 if mode == "two charges" else 1)]
            rival: Callable[[], SessionView] = partial(
                other.choose_payment, "cash", view.checkout.checkout_id, command=fresh()
            )
            if mode != "cash beside":
                rival = _pay(other, tender, charges[-1])
            answers = at_once([_pay(one, tender, charges[0]), rival])
            problems["refused"] += sum(isinstance(answer, psycopg.Error) for answer in answers)
            problems += _judge(db, view.session_id, charges, minor_of(tender) // 100)
    return +problems


def _pay(payer: Payer, tender: Tender, charge: str) -> Callable[[], SessionView]:
    return partial(payer.pays, tender, charge=charge, command=fresh())


def _judge(db: psycopg.Connection, session: str, charges: list[str], amount: int) -> Counter[str]:
    row = db.execute(FOUND, {"session": session, "charges": charges}).fetchone()
    assert row is not None
    orders, ordered, paid, going_back, tendered, notices = row
    return Counter(
        {
            "orders": abs(orders - 1),
            "money lost or made": int(paid + going_back != amount * len(charges)),
            "asked for twice": int(tendered != ordered),
            "notices": abs(notices - (len(charges) - 1)),
        }
    )


@pytest.mark.parametrize("mode", ["cash beside", "twice", "two charges"])
def test_one_order_and_no_money_lost(dsn: str, db: psycopg.Connection, mode: Mode) -> None:
    take_money(db)
    assert race(dsn, mode) == {}


NOT_ONCE = Break("credit_payment", "if not found then", "if true then")
TENDER_NOT_LOCKED = Break("book_charge", "p.method = 'telegram' for update;", "true;")


@pytest.mark.parametrize(
    ("mode", "breaks"),
    [
        ("cash beside", (NO_LOCK,)),
        ("twice", (NOT_ONCE,)),
        ("two charges", (NO_LOCK, TENDER_NOT_LOCKED)),
    ],
)
def test_a_broken_variant_is_noticed(
    dsn: str, db: psycopg.Connection, mode: Mode, breaks: tuple[Break, ...]
) -> None:
    take_money(db)
    put_in(db, *breaks)
    assert race(dsn, mode) != {}
