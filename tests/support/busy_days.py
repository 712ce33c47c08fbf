"""A shop with some days behind it, and what became of its orders, as plain rows.

Everything is done through the functions that customers and staff use, at seeded random times, but
for money that has gone back.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import psycopg
from psycopg.rows import dict_row

from tests.support.life import change, let_cancel
from tests.support.turns import Caller, line
from tools.kit.call import Json
from tools.kit.view import Order

INDIA = ZoneInfo("Asia/Kolkata")
FIRST = datetime(2026, 3, 2, tzinfo=INDIA)
"""A Monday."""
DAYS = 9
PEOPLE = ("asha", "ravi", "meena", "john", "zoya", "kumar")
DISHES = ("idly", "masala_dosa", "medu_vada", "plain_dosa", "filter_coffee")
WISHES = ("falooda", "Falooda", "call me on 98400 12345", "pizza", "a b c d e f", "me@example.com")
Row = Mapping[str, object]
BUSY = "template_busy"
"""The demo shop after nine days, as a template (Server.template)."""


def let_be(db: psycopg.Connection, *, seed: int = 7, orders: int = 70) -> None:
    """Let that many orders be, and a few wishes nobody could fulfil."""
    dice = random.Random(seed)  # noqa: S311 - the same every time
    let_cancel(db, "ready")
    dsn = db.info.dsn
    with ExitStack() as open_lines:
        people = {who: open_lines.enter_context(Caller(dsn, who)) for who in PEOPLE}
        for at in sorted(_moments(dice, orders)):
            person = people[dice.choice(PEOPLE)]
            _wishes(dice, person, at)
            _lives(dice, db, person, at)


def _moments(dice: random.Random, number: int) -> Iterator[datetime]:
    yield FIRST + timedelta(minutes=30)
    yield FIRST + timedelta(days=1, minutes=-30)
    for _ in range(number - 2):
        yield FIRST + timedelta(days=dice.randrange(DAYS), seconds=dice.randrange(86_400))


def _wishes(dice: random.Random, person: Caller, at: datetime) -> None:
    person.turn_clock((at - timedelta(seconds=30)).isoformat())
    if dice.random() < 0.3:
        wish = dice.choice(WISHES)
        person.record_turn({"words": wish, "reason": "not_found", "quantity": 1})
    if dice.random() < 0.1:
        person.record_turn({"item_id": "idly", "reason": "sold_out", "quantity": 1})
    if dice.random() < 0.1:
        person.facts = {"tool": "not_understood"}
        person.record_turn()
        person.facts = {}


def _lives(dice: random.Random, db: psycopg.Connection, person: Caller, at: datetime) -> None:
    person.turn_clock(at.isoformat())
    dishes = dice.sample(DISHES, dice.randint(1, 3))
    person.add_to_cart([line(dish, dice.randint(1, 4)) for dish in dishes])
    person.checkout("take_away")
    order = person.choose_payment("cash").order
    assert order is not None
    fate = dice.random()
    if fate < 0.15:
        person.call("cancel_order", None, order.order_id, True)
    elif fate < 0.25:
        _moves(db, order, at + timedelta(minutes=2), "rejected", "no gas")
    elif fate < 0.45:
        _pays(db, order)
        meant: dict[str, Json] = {"line_no": order.lines[0].line_no}
        left = 0 if len(order.lines) > 1 else order.lines[0].quantity + 1
        asked = change(person, order.order_id, meant, left).change
        assert asked is not None
        change(person, order.order_id, meant, left, f"{asked.total:.2f}")
        _goes_back(db, order, dice)
    if fate >= 0.25 and dice.random() < 0.7:
        for step, minutes in (("accepted", 1), ("ready", dice.randint(4, 40)), ("completed", 60)):
            _moves(db, order, at + timedelta(minutes=minutes), step, None)


def _moves(db: psycopg.Connection, order: Order, at: datetime, to: str, reason: str | None) -> None:
    db.execute(
        """select app.move_order(tenant_id, order_id, %s, 'staff:test:1', %s, %s)
           from cold.orders where order_id = %s""",
        (to, reason, at, order.order_id),
    )


def _pays(db: psycopg.Connection, order: Order) -> None:
    db.execute(
        """update cold.payments set status = 'paid', paid_at = created_at
           where order_id = %s""",
        (order.order_id,),
    )


def _goes_back(db: psycopg.Connection, order: Order, dice: random.Random) -> None:
    """What is too much; now and then some more, as a kindness."""
    more = 10 if dice.random() < 0.5 else 0
    db.execute(
        """update cold.payments p set refunded = least(p.amount, %s + greatest(0,
             p.amount - (select app.order_total(o) from cold.orders o
                         where o.order_id = p.order_id))), updated_at = p.created_at
           where p.order_id = %s and p.status in ('paid', 'refund_due')""",
        (more, order.order_id),
    )


@dataclass(frozen=True)
class Books:
    """The raw rows of a shop, to be counted without any SQL of ours."""

    orders: Sequence[Row]
    lines: Sequence[Row]
    adjustments: Sequence[Row]
    payments: Sequence[Row]
    steps: Sequence[Row]
    wishes: Sequence[Row]
    turns: Sequence[Row]

    def within(self, since: datetime, until: datetime) -> list[Row]:
        """The orders of a time that came to something."""
        return [
            one
            for one in self.placed(since, until)
            if one["status"] not in ("cancelled", "rejected")
        ]

    def placed(self, since: datetime, until: datetime) -> list[Row]:
        """All orders of a time."""
        return [one for one in self.orders if since <= _at(one["created_at"]) < until]

    def of(self, rows: Sequence[Row], order: Row) -> list[Row]:
        """The rows of an order."""
        return [one for one in rows if one["order_id"] == order["order_id"]]

    def total(self, order: Row) -> Decimal:
        """What an order comes to as it stands."""
        return sum(
            (_money(one["amount"]) for one in self.of(self.adjustments, order)),
            _money(order["total_amount"]),
        )

    def revenue(self, order: Row) -> Decimal:
        """That, less what went back beyond what was paid too much."""
        known = [
            one
            for one in self.of(self.payments, order)
            if one["status"] in ("paid", "refund_due", "refunded")
        ]
        paid = sum((_money(one["amount"]) for one in known), Decimal(0))
        back = sum((_money(one["refunded"]) for one in known), Decimal(0))
        too_much = max(paid - self.total(order), Decimal(0))
        return self.total(order) - max(back - too_much, Decimal(0))


def books(db: psycopg.Connection) -> Books:
    """Read them all."""

    def rows(table: str) -> Sequence[Row]:
        with db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(f"select * from {table}".encode()).fetchall()

    return Books(
        rows("cold.orders join cold.order_type_table using (order_type_id)"),
        rows("cold.order_item"),
        rows("cold.order_adjustment"),
        rows("cold.payments"),
        rows("cold.order_event"),
        rows("warm.session_events join cold.sessions using (tenant_id, session_id)"),
        rows("cold.turns join cold.sessions using (tenant_id, session_id)"),
    )


def _at(value: object) -> datetime:
    assert isinstance(value, datetime)
    return value


def _money(value: object) -> Decimal:
    assert isinstance(value, Decimal)
    return value
