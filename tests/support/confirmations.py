"""Many fingers on one confirm button: presses it in every way, and counts what went wrong."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import psycopg

from tests.support.together import at_once, fresh, phones
from tests.support.turns import Caller, line
from tools.kit.view import SessionView

CART = [line("idly", 2), line("masala_dosa")]
FOUND = """
select array_agg(o.order_no) as numbers,
  sum(o.total_amount) as total,
  (select sum(i.subtotal) from cold.order_item i join cold.orders x using (tenant_id, order_id)
   where x.session_id = %(session)s) as lines,
  (select count(*) from cold.outbox b join cold.orders x using (tenant_id)
   where x.session_id = %(session)s and b.dedupe_key = x.order_id || ':placed') as notices
from cold.orders o where o.session_id = %(session)s
"""


@dataclass(frozen=True, slots=True)
class Mode:
    """How a cart is confirmed by several at once.

    `same_command`: one update delivered several times, else several updates. `typed`: "cash" in
    words, else the button's checkout id. `evicted`: the hot rows are lost just before. `again`:
    they are lost afterwards, and everybody confirms once more.
    """

    name: str
    same_command: bool = False
    typed: bool = False
    evicted: bool = False
    again: bool = False


MODES = (
    Mode("the same command", same_command=True),
    Mode("different commands, one button"),
    Mode("typed", typed=True),
    Mode("typed, the same command", same_command=True, typed=True),
    Mode("hot rows lost before", evicted=True),
    Mode("hot rows lost before, typed", evicted=True, typed=True),
    Mode("hot rows lost after", again=True),
    Mode("hot rows lost after, the same command", again=True, same_command=True),
)


def confirm_many(
    dsn: str,
    mode: Mode,
    *,
    sessions: int,
    fingers: int = 8,
    meanwhile: Callable[[], None] | None = None,
) -> Counter[str]:
    """Confirm the carts of that many sessions, each with `fingers` connections at once.

    `meanwhile` runs beside the fingers of each session. Returns how often each problem occurred:
    nothing at all when every cart has become exactly one order and everybody was told its number.
    """
    problems: Counter[str] = Counter()
    with phones(dsn, fingers) as callers, psycopg.connect(dsn, autocommit=True) as db:
        for _ in range(sessions):
            who = fresh()
            for caller in callers:
                caller.who = caller.chat = who
            callers[0].add_to_cart(CART, command=fresh())
            quoted = callers[0].checkout(command=fresh())
            assert quoted.checkout
            button = None if mode.typed else quoted.checkout.checkout_id
            commands = [fresh()] * fingers if mode.same_command else [fresh() for _ in callers]
            if mode.evicted:
                _lose(db, quoted.session_id)
            answers = _press(callers, button, commands, meanwhile)
            if mode.again:
                _lose(db, quoted.session_id)
                answers += _press(callers, button, commands, None)
            problems += _judge(db, quoted, answers)
            problems["left in the cart"] += len(callers[0].view_cart(command=fresh()).lines)
    return +problems


def _press(
    callers: Sequence[Caller],
    button: UUID | None,
    commands: Sequence[str],
    meanwhile: Callable[[], None] | None,
) -> list[SessionView | psycopg.Error]:
    confirms: list[Callable[[], SessionView | None]] = [
        partial(caller.choose_payment, "cash", button, command=command)
        for caller, command in zip(callers, commands, strict=True)
    ]
    beside = [meanwhile] if meanwhile else []
    return [answer for answer in at_once([*confirms, *beside]) if answer is not None]


def _judge(
    db: psycopg.Connection, quoted: SessionView, answers: Sequence[SessionView | psycopg.Error]
) -> Counter[str]:
    row = db.execute(FOUND, {"session": quoted.session_id}).fetchone()
    assert row
    numbers, total, lines, notices = row
    numbers = numbers or []
    told = [_number(answer) for answer in answers]
    return Counter(
        {
            "orders lost": int(not numbers),
            "orders doubled": max(0, len(numbers) - 1),
            "wrong totals": int(not quoted.total == total == lines),
            "wrong notices": abs(notices - 1),
            "refused": told.count(None),
            "wrong numbers": sum(number not in {None, *numbers[:1]} for number in told),
        }
    )


def _number(answer: SessionView | psycopg.Error) -> int | None:
    if isinstance(answer, psycopg.Error) or answer.order is None:
        return None
    return answer.order.order_no


def _lose(db: psycopg.Connection, session_id: str) -> None:
    db.execute(
        "select app.evict_session(tenant_id, session_id) from cold.sessions where session_id = %s",
        [session_id],
    )
