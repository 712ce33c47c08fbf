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
   where x.session_id = %(session)s)
  + (select coalesce(sum(c.amount) filter (where not c.is_included), 0) from cold.order_charge c
     join cold.orders x using (tenant_id, order_id) where x.session_id = %(session)s) as parts,
  (select count(*) from cold.outbox b join cold.orders x using (tenant_id, order_id)
   where x.session_id = %(session)s and b.topic = 'order_placed') as notices
from cold.orders o where o.session_id = %(session)s
"""
Answer = SessionView | psycopg.Error


@dataclass(frozen=True, slots=True)
class Mode:
    """How a cart is confirmed by several at once.

    `same_command`: one update delivered several times, else several updates. `typed`: "cash" in
    words, else the button's checkout id. `two_buttons`: every other finger is on the button of an
    earlier quote. `evicted`: the hot rows are lost just before. `again`: they are lost afterwards,
    and everybody confirms once more.
    """

    name: str
    same_command: bool = False
    typed: bool = False
    two_buttons: bool = False
    evicted: bool = False
    again: bool = False


MODES = (
    Mode("the same command", same_command=True),
    Mode("different commands, one button"),
    Mode("two buttons", two_buttons=True),
    Mode("typed", typed=True),
    Mode("typed, the same command", same_command=True, typed=True),
    Mode("hot rows lost before", evicted=True),
    Mode("hot rows lost before, two buttons", evicted=True, two_buttons=True),
    Mode("hot rows lost before, typed", evicted=True, typed=True),
    Mode("hot rows lost after", again=True),
    Mode("hot rows lost after, two buttons", again=True, two_buttons=True),
    Mode("hot rows lost after, the same command", again=True, same_command=True),
)


@dataclass(frozen=True, slots=True)
class Cart:
    """A cart in an open checkout, and what each finger will press."""

    who: str
    quoted: SessionView
    buttons: Sequence[UUID | None]
    commands: Sequence[str]

    @property
    def is_stale(self) -> Sequence[bool]:
        """Which fingers are on a button that is no longer good."""
        assert self.quoted.checkout
        good = (None, self.quoted.checkout.checkout_id)
        return [button not in good for button in self.buttons]


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
            cart = _fill(callers, mode)
            if mode.evicted:
                _lose(db, cart.quoted.session_id)
            rounds = [_press(callers, cart, meanwhile)]
            if mode.again:
                _lose(db, cart.quoted.session_id)
                rounds.append(_press(callers, cart, None))
            problems += _judge(db, callers, cart, rounds)
    return +problems


def confirm_across(
    dsn: str, mode: Mode, crash: Callable[[], None], *, sessions: int, fingers: int = 8
) -> Counter[str]:
    """The same, with a crash after the quotes and another after the orders."""
    problems: Counter[str] = Counter()
    with phones(dsn, fingers) as callers:
        carts = [_fill(callers, mode) for _ in range(sessions)]
    rounds: list[list[list[Answer]]] = [[] for _ in carts]
    for _ in range(2):
        crash()
        with phones(dsn, fingers) as callers:
            for cart, answers in zip(carts, rounds, strict=True):
                answers.append(_press(callers, cart, None))
    with phones(dsn, 1) as callers, psycopg.connect(dsn, autocommit=True) as db:
        for cart, answers in zip(carts, rounds, strict=True):
            problems += _judge(db, callers, cart, answers)
    return +problems


def _fill(callers: Sequence[Caller], mode: Mode) -> Cart:
    who = fresh()
    _all_are(callers, who)
    callers[0].add_to_cart(CART, command=fresh())
    earlier = callers[0].checkout("dine_in", command=fresh()) if mode.two_buttons else None
    quoted = callers[0].checkout("take_away", command=fresh())
    assert quoted.checkout
    button = None if mode.typed else quoted.checkout.checkout_id
    buttons = [button for _ in callers]
    if earlier and earlier.checkout:
        buttons[::2] = [earlier.checkout.checkout_id for _ in buttons[::2]]
    commands = [fresh()] * len(callers) if mode.same_command else [fresh() for _ in callers]
    return Cart(who, quoted, buttons, commands)


def _press(
    callers: Sequence[Caller], cart: Cart, meanwhile: Callable[[], None] | None
) -> list[Answer]:
    _all_are(callers, cart.who)
    confirms: list[Callable[[], SessionView | None]] = [
        partial(caller.choose_payment, "cash", button, command=command)
        for caller, button, command in zip(callers, cart.buttons, cart.commands, strict=True)
    ]
    beside = [meanwhile] if meanwhile else []
    return [answer for answer in at_once([*confirms, *beside]) if answer is not None]


def _judge(
    db: psycopg.Connection,
    callers: Sequence[Caller],
    cart: Cart,
    rounds: Sequence[Sequence[Answer]],
) -> Counter[str]:
    row = db.execute(FOUND, {"session": cart.quoted.session_id}).fetchone()
    assert row
    assert cart.quoted.checkout
    numbers, total, parts, notices = row
    numbers = numbers or []
    told = [_number(answer) for answers in rounds for answer in answers]
    stale = [*cart.is_stale] * len(rounds)
    _all_are(callers, cart.who)
    return Counter(
        {
            "orders lost": int(not numbers),
            "orders doubled": max(0, len(numbers) - 1),
            "wrong totals": int(not cart.quoted.checkout.total == total == parts),
            "wrong notices": abs(notices - 1),
            "refused": sum(
                number is None and not old for number, old in zip(told, stale, strict=True)
            ),
            "wrong numbers": sum(number not in {None, *numbers[:1]} for number in told),
            "left in the cart": len(callers[0].view_cart(command=fresh()).lines),
        }
    )


def _all_are(callers: Sequence[Caller], who: str) -> None:
    for caller in callers:
        caller.who = caller.chat = who


def _number(answer: Answer) -> int | None:
    if isinstance(answer, psycopg.Error) or answer.order is None:
        return None
    return answer.order.order_no


def _lose(db: psycopg.Connection, session_id: str) -> None:
    db.execute(
        "select app.evict_session(tenant_id, session_id) from cold.sessions where session_id = %s",
        [session_id],
    )
