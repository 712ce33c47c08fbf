"""The races of the suite in full numbers: how many were run, and how many went wrong.

    make bench ARGS=races            a hundredth of them
    make bench ARGS=all-races        all of them: half an hour and more on two cores

What goes wrong is counted by what it is; nothing at all may be.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

import psycopg

from tests.support.charges import Coupon, Rules
from tests.support.confirmations import Mode, confirm_across, confirm_many
from tests.support.crashable import crashable_server, make_seed
from tests.support.folders import quick_folder
from tests.support.servers import running_server
from tests.support.together import at_once, fresh, phones
from tests.support.turns import Caller, items, line
from tools.kit.view import SessionView

SESSIONS = 10_000
PAIRS = 20_000
TRIALS = 2_000
FINGERS = 8
MODES = (
    Mode("same checkout id"),
    Mode("two confirm buttons", two_buttons=True),
    Mode("hot row absent", evicted=True),
    Mode("hot row absent, two buttons", evicted=True, two_buttons=True),
)
STOCK = {
    "last unit": {"idly": 1},
    "single-use coupon": {},
    "opposite carts": {"idly": 1000, "masala_dosa": 1000, "plain_dosa": 1000},
}
Answer = SessionView | psycopg.Error
ORDERED = """
select coalesce(sum(i.quantity) filter (where menu_item_id = 'idly'), 0)::integer,
  coalesce(sum(i.quantity) filter (where menu_item_id = 'masala_dosa'), 0)::integer
from cold.order_item i join cold.orders o using (tenant_id, order_id) where o.session_id = %s
"""
MISTOTALLED = """
select count(*) from cold.orders o where total_amount is distinct from
  (select sum(subtotal) from cold.order_item i where i.order_id = o.order_id)
  + (select coalesce(sum(amount) filter (where not is_included), 0) from cold.order_charge c
     where c.order_id = o.order_id)
"""
CART_CHANGES: dict[str, Callable[[Caller], SessionView]] = {
    "add": lambda phone: phone.add_to_cart([line("masala_dosa")], command=fresh()),
    "remove": lambda phone: phone.remove_from_cart([items("idly")], 1, command=fresh()),
    "clear": lambda phone: phone.clear_cart(command=fresh()),
}


def measure(share: float = 1.0) -> list[str]:
    """Run all of them, or that share of each."""
    with (
        quick_folder() as folder,
        running_server(18, Path(folder) / "home") as server,
        server.database() as dsn,
    ):
        return [
            *_exactly_once(dsn, round(SESSIONS * share)),
            *_across_crashes(round(SESSIONS * share / 5)),
            _cart_races(dsn, round(PAIRS * share)),
            *(_buyers(dsn, round(TRIALS * share), name) for name in STOCK),
        ]


def _exactly_once(dsn: str, sessions: int) -> Iterator[str]:
    for mode in MODES:
        wrong = confirm_many(dsn, mode, sessions=sessions // len(MODES), fingers=FINGERS)
        yield f"{mode.name:30} {sessions // len(MODES):6} sessions x {FINGERS}: {dict(wrong)}"


def _across_crashes(sessions: int) -> Iterator[str]:
    with quick_folder() as folder:
        make_seed(18, folder / "home")
        with crashable_server(18, folder / "home") as server:

            def crash() -> None:
                with closing(psycopg.connect(server.dsn)):
                    server.kill("client backend")
                server.revive()

            for mode in MODES[:2]:
                wrong = confirm_across(server.dsn, mode, crash, sessions=sessions // 2)
                name = f"{mode.name}, after a crash"
                yield f"{name:30} {sessions // 2:6} sessions x {FINGERS}: {dict(wrong)}"


def _cart_races(dsn: str, pairs: int) -> str:
    """A change of the cart races a confirm: every piece ends in the order or in the cart, once."""
    wrong: Counter[str] = Counter()
    with phones(dsn, 2) as (first, second), psycopg.connect(dsn, autocommit=True) as db:
        for number in range(pairs):
            kind = list(CART_CHANGES)[number % len(CART_CHANGES)]
            who = fresh()
            for phone in (first, second):
                phone.who = phone.chat = who
            first.add_to_cart([line("idly", 2)], command=fresh())
            quoted = first.checkout(command=fresh())
            assert quoted.checkout
            pay = partial(
                second.choose_payment, "cash", quoted.checkout.checkout_id, command=fresh()
            )
            changed, placed = at_once([partial(CART_CHANGES[kind], first), pay])
            left = first.view_cart(command=fresh())
            row = db.execute(ORDERED, [quoted.session_id]).fetchone()
            assert row
            wrong[kind] += not _fits(kind, changed, placed, row, left)
        row = db.execute(MISTOTALLED).fetchone()
        assert row
        wrong["mis-totalled"] += row[0]
    return f"{'cart races':30} {pairs:6} pairs: {dict(+wrong)}"


def _fits(
    kind: str, changed: Answer, placed: Answer, sold: Sequence[int], left: SessionView
) -> bool:
    cart = Counter({one.item_id: one.quantity for one in left.lines})
    bought = isinstance(placed, SessionView) and placed.order is not None
    done = isinstance(changed, SessionView)
    idly = 2 if kind == "add" or not done or bought else 1
    if kind == "clear" and done and not bought:
        idly = 0
    dosa = int(kind == "add" and done)
    if (sold[0] > 0) is not bought or (bought and sold[0] != 2):
        return False
    return (sold[0] + cart["idly"], sold[1] + cart["masala_dosa"]) == (idly, dosa)


@contextmanager
def _eight(dsn: str) -> Iterator[list[Caller]]:
    with ExitStack() as stack:
        yield [stack.enter_context(Caller(dsn)) for _ in range(FINGERS)]


def _buyers(dsn: str, trials: int, name: str) -> str:
    """Eight buyers of the last unit, with the one code, or with carts in opposite order."""
    wrong: Counter[str] = Counter()
    dice = random.Random(1)  # noqa: S311 - it is to be repeatable
    with _eight(dsn) as buyers, psycopg.connect(dsn, autocommit=True) as db:
        for _ in range(trials):
            _prepare(db, name)
            for buyer in buyers:
                buyer.who = buyer.chat = fresh()
                dishes = (
                    ["idly", "masala_dosa", "plain_dosa"] if name == "opposite carts" else ["idly"]
                )
                buyer.add_to_cart([line(dish) for dish in dice.sample(dishes, len(dishes))])
                if name == "single-use coupon":
                    buyer.apply_coupon("ONCE")
            answers = at_once([partial(_buy, buyer) for buyer in buyers])
            wrong += _over(db, name, answers)
    return f"{name:30} {trials:6} trials x {FINGERS}: {dict(+wrong)}"


def _buy(buyer: Caller) -> SessionView:
    view = buyer.checkout()
    if view.checkout is None:
        return view
    return buyer.choose_payment("cash", view.checkout.checkout_id)


def _prepare(db: psycopg.Connection, name: str) -> None:
    db.execute("delete from cold.menu_item_stock")
    db.execute("delete from cold.stock_hold")
    coupons = [Coupon("ONCE", "10", total_limit=1)] if name == "single-use coupon" else []
    Rules(coupons=coupons).put(db)
    for item, pieces in STOCK[name].items():
        db.execute(
            """insert into cold.menu_item_stock select tenant_id, item_id, %s from cold.menu_item
               where item_id = %s""",
            [pieces, item],
        )


def _over(db: psycopg.Connection, name: str, answers: Sequence[Answer]) -> Counter[str]:
    orders = [one.order for one in answers if isinstance(one, SessionView) and one.order]
    errors = [one.sqlstate for one in answers if isinstance(one, psycopg.Error)]
    found: Counter[str] = Counter(f"error {one}" for one in errors)
    if name == "last unit":
        found["oversold"] += len(orders) > 1
        found["unsold"] += not orders
    elif name == "single-use coupon":
        cheaper = sum(order.total == 30 for order in orders)
        row = db.execute("select redeemed from cold.coupon").fetchone()
        found["over-redeemed"] += cheaper > 1 or row != (1,)
    else:
        found["not placed"] += FINGERS - len(orders)
    return found
