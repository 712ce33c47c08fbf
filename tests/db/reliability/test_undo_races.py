"""An undo, and in the same moment a second one, a sale, money, a customer who cancels, a guest."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from threading import Thread

import psycopg
import pytest

from tests.db.reliability.broken import FAILPOINT, Break, hold, let_go, put_in, wait_for_waiting
from tests.support.life import cancel, ledger, let_cancel, place, put_stock, stock
from tests.support.money import Payer, short, take_money
from tests.support.staff import grant
from tests.support.tabs import open_tabs, order_at_table, serve, take_seat
from tests.support.together import at_once
from tests.support.turns import Caller, line
from tests.support.ways import put_tables
from tools.kit.view import SessionView

HANDS = 4
ROUNDS = 10
STOP = f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n"
TAKE = "  perform app.take_stock("
PAUSE_BEFORE_TAKING = Break("retake_stock", TAKE, STOP + TAKE)
LOCK_ITEMS = "  perform app.lock_items(p_order.tenant_id, v_items);\n"
UNLOCKED = (
    Break("retake_stock", LOCK_ITEMS, ""),
    Break("lock_subjects", "  perform app.lock_order_stock(p_tenant, v_orders);\n", ""),
)
Answer = SessionView | psycopg.Error


@dataclass(frozen=True)
class People:
    """One of the staff with several fingers, and two customers."""

    hands: list[Caller]
    asha: Caller
    ravi: Caller


@pytest.fixture
def people(dsn: str, db: psycopg.Connection, asha: Caller, ravi: Caller) -> Iterator[People]:
    """A manager in as many chats, and customers."""
    grant(db, "boss", "manager")
    with ExitStack() as stack:
        hands = [stack.enter_context(Caller(dsn, "boss", chat=f"{n}")) for n in range(HANDS)]
        yield People(hands, asha, ravi)


def code(answer: object) -> str | None:
    """Which refusal it was; None: none."""
    return answer.sqlstate if isinstance(answer, psycopg.Error) else None


def reject(people: People) -> None:
    """Asha orders an idly, and the shop declines."""
    placed = place(people.asha, line("idly"))
    people.hands[0].call("reject_order", None, placed.order_id, "no gas")


def test_two_presses_are_one_undo(people: People, db: psycopg.Connection) -> None:
    put_stock(db, "idly", 50)
    for number in range(1, 4):
        reject(people)
        answers = at_once([partial(hand.call, "undo") for hand in people.hands])
        assert sorted(map(str, map(code, answers))) == ["None", *["OC038"] * (HANDS - 1)]
        assert stock(db, "idly") == 50 - number


def sell_while_undoing(people: People, db: psycopg.Connection) -> tuple[str | None, bool]:
    """Ravi asks for the last idly while the one of a declined order is taken again.

    How the undo ended, and whether ravi has been promised it.
    """
    put_stock(db, "idly", 1)
    reject(people)
    people.ravi.add_to_cart([line("idly")])
    hold(db)
    answers: dict[str, Answer] = {}

    def take_back() -> None:
        (answers["undo"],) = at_once([partial(people.hands[0].call, "undo")])

    def ask() -> None:
        answers["quote"] = people.ravi.checkout("take_away")

    undo, quote = Thread(target=take_back), Thread(target=ask)
    undo.start()
    wait_for_waiting(db, 1)
    quote.start()
    # Where it has to wait for the undo it does not end before that may go on.
    quote.join(1.0)
    let_go(db)
    for thread in (undo, quote):
        thread.join()
    view = answers["quote"]
    assert isinstance(view, SessionView)
    return code(answers["undo"]), view.checkout is not None


def test_the_last_piece_is_given_once(people: People, db: psycopg.Connection) -> None:
    put_in(db, PAUSE_BEFORE_TAKING)
    assert sell_while_undoing(people, db) == (None, False)
    assert stock(db, "idly") == 0


def test_it_would_be_given_twice_without_the_lock(people: People, db: psycopg.Connection) -> None:
    put_in(db, PAUSE_BEFORE_TAKING, *UNLOCKED)
    assert sell_while_undoing(people, db) == (None, True)


def test_a_sale_or_an_undo(people: People, db: psycopg.Connection) -> None:
    for _ in range(ROUNDS):
        put_stock(db, "idly", 1)
        reject(people)
        people.ravi.add_to_cart([line("idly")])
        undone, quoted = at_once(
            [partial(people.hands[0].call, "undo"), partial(people.ravi.checkout, "take_away")]
        )
        assert isinstance(quoted, SessionView)
        assert (code(undone), quoted.checkout is not None) in {(None, False), ("OC089", True)}
        assert stock(db, "idly") == (0 if code(undone) is None else 1)
        people.ravi.clear_cart()


def test_money_that_arrives(people: People, dsn: str, db: psycopg.Connection) -> None:
    """A second charge for an invoice: it is to go back, whatever becomes of the order."""
    take_money(db)
    ended = set()
    with Payer(dsn) as payer:
        for number in range(ROUNDS):
            payer.add_to_cart([line("idly")])
            payer.checkout("take_away")
            tender = payer.invoice()
            order = payer.pays(tender, charge=f"first {number}").order
            assert order is not None
            people.hands[0].call("reject_order", None, order.order_id, "no gas")
            undone, _ = at_once(
                [
                    partial(people.hands[0].call, "undo"),
                    partial(payer.pays, tender, charge=f"second {number}"),
                ]
            )
            ended.add((code(undone), ledger(db, order.order_id)[0], *sorted(short(db)[-2:])))
    assert ended <= {
        (None, "placed", "telegram paid 40.00", "telegram refund_due 40.00"),
        ("OC040", "rejected", "telegram refund_due 40.00", "telegram refund_due 40.00"),
    }


def test_a_customer_who_cancels(people: People, db: psycopg.Connection) -> None:
    let_cancel(db, "ready")
    put_stock(db, "idly", 50)
    for _ in range(ROUNDS):
        order = place(people.asha, line("idly")).order_id
        people.hands[0].call("accept_order", None, order)
        undone, off = at_once(
            [partial(people.hands[0].call, "undo"), partial(cancel, people.asha, order)]
        )
        assert code(undone) in (None, "OC040")
        assert code(off) is None
        assert (ledger(db, order)[0], stock(db, "idly")) == ("cancelled", 50)


def test_guests_at_a_table_that_is_opened_again(people: People, db: psycopg.Connection) -> None:
    put_tables(db, ("4",))
    for _ in range(ROUNDS):
        serve(people.hands[0], "4")
        people.hands[0].call("pay_bill", "4", None, "cash", "40.00")
        people.hands[0].call("close_tab", "4")
        take_seat(people.ravi, "4")
        works: list[Callable[[], object]] = [
            partial(people.hands[0].call, "undo"),
            partial(order_at_table, people.ravi),
        ]
        undone, ordered = at_once(works)
        assert code(undone) in (None, "OC087")
        assert not isinstance(ordered, psycopg.Error)
        assert open_tabs(db) == 1
        db.execute("update cold.tab set closed_at = now(), closed_by = 'test'")


def two_rounds_come_back(people: People, db: psycopg.Connection) -> list[str | None]:
    """Two rounds are put back while ravi orders both dishes, each as far as it can."""
    put_tables(db, ("4",))
    for dish in ("idly", "masala_dosa"):
        put_stock(db, dish, 50)
    # The undo goes from the first round, which went last, to the latest.
    serve(people.hands[0], "4", line("masala_dosa"))
    serve(people.hands[0], "4", line("idly"))
    people.hands[0].call("remove_from_table", "4", ("idly", "masala_dosa"), None)
    people.ravi.add_to_cart([line("idly"), line("masala_dosa")])
    people.ravi.checkout("take_away")
    hold(db)

    def let_them() -> None:
        wait_for_waiting(db, 2)
        let_go(db)

    waiting = Thread(target=let_them)
    waiting.start()
    answers = at_once([partial(people.hands[0].call, "undo"), partial(people.ravi.choose_payment)])
    waiting.join()
    return [code(one) for one in answers]


STOP_BETWEEN_DISHES = Break(
    "lock_items",
    """  perform from cold.menu_item_stock s
  where s.tenant_id = p_tenant and s.item_id = any (p_items)
  order by s.item_id for update;
""",
    f"""  declare
    v_item text;
  begin
    for v_item in select i from unnest(p_items) i order by i loop
      perform from cold.menu_item_stock s
      where s.tenant_id = p_tenant and s.item_id = v_item for update;
      perform pg_advisory_xact_lock_shared({FAILPOINT});
    end loop;
  end;
""",
)


def test_stock_is_taken_in_one_order(people: People, db: psycopg.Connection) -> None:
    put_in(db, STOP_BETWEEN_DISHES)
    assert two_rounds_come_back(people, db) == [None, None]
    assert (stock(db, "idly"), stock(db, "masala_dosa")) == (48, 48)


def test_order_after_order_it_would_be_a_ring(people: People, db: psycopg.Connection) -> None:
    put_in(db, STOP_BETWEEN_DISHES, UNLOCKED[1])
    assert "40P01" in two_rounds_come_back(people, db)
