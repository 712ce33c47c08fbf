"""A payment arrives while its customer cancels or changes and the shop completes: sums hold."""

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from uuid import UUID

import psycopg

from tests.db.reliability.broken import FAILPOINT, Break, hold, let_go, put_in, wait_for_waiting
from tests.support.life import cancel, change, let_cancel, move, put_stock
from tests.support.money import Payer, take_money, tenders
from tests.support.together import at_once, fresh
from tests.support.turns import line
from tools.kit.view import Order, Tender

ROUNDS = 25
STOCK = 1000
FOUND = """
select o.status, app.order_total(o), -app.order_balance(o.tenant_id, o.order_id) as too_much,
  (select coalesce(sum(l.quantity), 0) from app.order_lines(o.tenant_id, o.order_id) l),
  o.event_seq - (select count(*) from cold.order_event e where e.order_id = o.order_id),
  (select quantity from cold.menu_item_stock where item_id = 'idly'),
  (select count(*) from cold.receipt r where r.order_id = o.order_id),
  (select sum(p.amount) from cold.payments p where p.order_id = o.order_id and p.charge_id <> ''),
  (select count(*) from cold.payments p where p.order_id = o.order_id
   and p.status in ('due', 'pending')),
  (select coalesce(sum(p.amount), 0) from cold.payments p where p.order_id = o.order_id
   and p.status = 'refund_due'),
  (select count(*) from cold.payments p where p.order_id = o.order_id and p.status = 'refund_due')
  - (select count(*) from cold.outbox b where b.order_id = o.order_id and b.topic = 'refund_due')
from cold.orders o where o.order_id = %s
"""
STOP_BEFORE_REFUND = Break(
    "refund_tender",
    "  update cold.payments p set refunded",
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n  update cold.payments p set refunded",
)
ORDER_NOT_LOCKED = Break(
    "refund_tender", "  for update;\n  select * into v_payment", "  ;\n  select * into v_payment"
)


MORE = """
insert into cold.payments
  (tenant_id, payment_id, order_id, method, status, amount, currency, created_at)
select tenant_id, gen_random_uuid(), order_id, 'counter', 'paid', 40, currency, now()
from cold.orders
"""
REFUND = "select app.refund_tender(tenant_id, %s, 40, now()) from cold.tenants"
STOP_BEFORE_USE = Break(
    "use_charge",
    "  select o.order_id into v_order from cold.orders o\n",
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n"
    "  select o.order_id into v_order from cold.orders o\n",
)


def paid_by_invoice(payer: Payer, charge: str) -> tuple[Order, Tender]:
    """An order paid by its invoice, 240 rupees, which somebody may be about to pay once more."""
    payer.add_to_cart([line("idly", 2), line("masala_dosa", 2)], command=fresh())
    payer.checkout("take_away", command=fresh())
    tender = payer.invoice(command=fresh())
    order = payer.pays(tender, charge=charge).order
    assert order is not None
    return order, tender


def race(dsn: str, rounds: int = ROUNDS) -> Counter[str]:
    """Let all four come at once; what went wrong, nothing when all is well."""
    problems: Counter[str] = Counter()
    with (
        Payer(dsn) as one,
        Payer(dsn) as second,
        Payer(dsn) as third,
        psycopg.connect(dsn, autocommit=True) as db,
        psycopg.connect(dsn, autocommit=True) as shop,
    ):
        take_money(db)
        let_cancel(db, "ready")
        for _ in range(rounds):
            put_stock(db, "idly", STOCK)
            who = fresh()
            one.who = second.who = third.who = one.chat = who
            second.chat, third.chat = fresh(), fresh()
            order, tender = paid_by_invoice(one, f"{who}-1")
            move(shop, order.order_id, "ready")
            answers: Sequence[object] = at_once(
                [
                    partial(one.pays, tender, charge=f"{who}-2"),
                    partial(cancel, second, order.order_id),
                    partial(change, third, order.order_id, {"line_no": 1}, 1, "200.00"),
                    partial(move, shop, order.order_id, "completed"),
                ]
            )
            problems += _refusals(answers) + _judge(db, order.order_id)
    return +problems


def _refusals(answers: Sequence[object]) -> Counter[str]:
    errors = [one for one in answers if isinstance(one, psycopg.Error)]
    strange = [one for one in errors if one.sqlstate not in {"OC062", "OC063"}]
    return Counter({str(one): 1 for one in strange})


def _judge(db: psycopg.Connection, order: UUID) -> Counter[str]:
    row = db.execute(FOUND, [order]).fetchone()
    assert row
    status, total, too_much, pieces, gaps, left, receipts, arrived, is_open, back, untold = row
    is_off = status == "cancelled"
    return Counter(
        {
            "nobody won": int(status not in {"cancelled", "completed"}),
            "total": int(not is_off and total != (240 if pieces == 4 else 200)),
            "stock": abs(left - STOCK + (0 if is_off else pieces - 2)),
            "gaps": abs(gaps),
            "receipts": abs(receipts - (not is_off)),
            "money lost or made": int(arrived != 480),
            "too much": int(too_much != 480 - (0 if is_off else total)),
            "does not go back": int(back < too_much),
            "asked for": is_open,
            "untold": abs(untold),
        }
    )


def test_every_sum_holds(dsn: str, db: psycopg.Connection) -> None:
    assert race(dsn) == {}


def test_it_is_noticed_where_the_order_is_not_locked(dsn: str, db: psycopg.Connection) -> None:
    put_in(db, Break("lock_order", "o.order_id = p_order for update;", "o.order_id = p_order;"))
    assert race(dsn) != {}


def refund_both(dsn: str, db: psycopg.Connection) -> tuple[list[str], Decimal]:
    """40 rupees of two tenders are too much; two of the shop give them back, each of another.

    Returns the refusals, and what went back.
    """
    take_money(db)
    with (
        Payer(dsn) as asha,
        psycopg.connect(dsn, autocommit=True) as shop,
        psycopg.connect(dsn, autocommit=True) as other,
    ):
        paid_by_invoice(asha, "first")
        db.execute(MORE)
        ids = db.execute("select payment_id from cold.payments").fetchall()
        hold(db)
        refunds: list[Callable[[], object]] = [
            partial(connection.execute, REFUND, one)
            for connection, one in zip((shop, other), ids, strict=True)
        ]
        answers: Sequence[object] = at_once([*refunds, partial(let_go_when_both_wait, db)])
    refused = [str(one.sqlstate) for one in answers if isinstance(one, psycopg.Error)]
    return refused, sum((row[3] for row in tenders(db)), Decimal(0))


def let_go_when_both_wait(db: psycopg.Connection) -> None:
    wait_for_waiting(db, 2)
    let_go(db)


def test_no_more_goes_back_than_was_too_much(dsn: str, db: psycopg.Connection) -> None:
    put_in(db, STOP_BEFORE_REFUND)
    assert refund_both(dsn, db) == (["OC060"], Decimal(40))


def test_more_would_go_back_without_the_lock(dsn: str, db: psycopg.Connection) -> None:
    put_in(db, STOP_BEFORE_REFUND, ORDER_NOT_LOCKED)
    assert refund_both(dsn, db) == ([], Decimal(80))


def pay_for_a_friend(dsn: str, db: psycopg.Connection) -> list[str]:
    """Somebody else pays an invoice while its customer confirms with cash; the refusals."""
    take_money(db)
    with Payer(dsn, "501") as asha, Payer(dsn, "502") as friend:
        asha.add_to_cart([line("idly", 2)])
        asha.checkout("take_away")
        tender = asha.invoice()
        hold(db)

        def confirm() -> object:
            wait_for_waiting(db, 1)
            return asha.choose_payment("cash")

        pay = partial(friend.pays, tender, charge="his")
        works: list[Callable[[], object]] = [pay, confirm, partial(let_go_when_both_wait, db)]
        answers: Sequence[object] = at_once(works)
    return [str(one.sqlstate) for one in answers if isinstance(one, psycopg.Error)]


def test_a_friends_money_goes_back_and_the_order_is_placed(
    dsn: str, db: psycopg.Connection
) -> None:
    put_in(db, STOP_BEFORE_USE)
    assert pay_for_a_friend(dsn, db) == []
    assert [row[:2] for row in tenders(db)] == [("telegram", "refund_due"), ("cash", "due")]


def test_the_order_would_be_refused_without_the_lock(dsn: str, db: psycopg.Connection) -> None:
    put_in(db, STOP_BEFORE_USE, Break("tender_order", "    for update of p\n", ""))
    assert pay_for_a_friend(dsn, db) == ["OC060"]
