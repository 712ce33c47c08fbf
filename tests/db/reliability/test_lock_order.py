"""Whoever needs several things takes them in one order, db/README.md has it: no ring of waiting.

Of each pair one stops between two locks while the other comes as far as it can. Where a function
takes them the other way round, the database finds a ring.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

import psycopg
import pytest

from tests.db.reliability.broken import (
    FAILPOINT,
    UNSORTED,
    Break,
    hold,
    let_go,
    put_in,
    wait_for_waiting,
)
from tests.support.charges import Coupon, Rules
from tests.support.life import cancel, change, move, place, put_stock
from tests.support.money import Payer, take_money
from tests.support.pantry import put_ingredient, put_recipe
from tests.support.together import at_once, fresh, must
from tests.support.turns import line
from tests.support.ways import put_delivery

STOP = f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n"
DISHES = ("idly", "masala_dosa")
RETURN_STOCK = "    perform app.return_stock(p_tenant, p_order);\n"
LOCK_ITEMS = "  perform app.lock_items(p_tenant, v_items);\n"
ITEMS_BACKWARDS = """  perform from cold.menu_item_stock s
  where s.tenant_id = p_tenant and s.item_id = any (v_items)
  order by s.item_id desc for update;
"""
INGREDIENTS = "    perform from cold.ingredient g\n"
LOCK_LINES = (
    "  perform app.lock_items(p_turn.tenant_id, array(select l.item_id from unnest(p_lines) l));\n"
)
LOCK_LINES_UNSORTED = f"""  declare
    v_line hot.session_cart;
  begin
    foreach v_line in array p_lines loop
      perform from cold.ingredient g join cold.recipe r using (tenant_id, ingredient_id)
      where g.tenant_id = p_turn.tenant_id and r.item_id = v_line.item_id for no key update of g;
      perform pg_advisory_xact_lock_shared({FAILPOINT});
    end loop;
  end;
"""
RELEASE_COUPON = "    perform app.release_coupon(p_tenant, p_order, p_at);\n"
LOCK_ORDER = "    v_order := app.lock_order(p_tenant, v_open[1].order_id);\n"
FIND_ORDER = "  select o.order_id into v_order from cold.orders o\n"
LOCK_COUPON = "  perform app.lock_coupon(p_turn);\n"
STOP_BEFORE_COUPON = Break("create_order_from_session", LOCK_COUPON, STOP + LOCK_COUPON)
STOP_BEFORE_USE = Break("use_charge", FIND_ORDER, STOP + FIND_ORDER)
ROUNDS = 10
Work = Callable[[], object]


@dataclass(frozen=True)
class Scene:
    """A customer in two chats, somebody else, and the shop."""

    asha: Payer
    elsewhere: Payer
    ravi: Payer
    shop: psycopg.Connection

    def quoted(self, person: Payer) -> Work:
        """Somebody has a cart of both dishes with the promo code, and now confirms it."""
        person.add_to_cart([line(dish) for dish in DISHES])
        person.apply_coupon("SAVE")
        assert person.checkout("take_away").checkout
        return person.choose_payment


def pay_and_cancel(scene: Scene) -> list[Work]:
    """A second charge of the same invoice arrives while the shop calls the order off."""
    scene.asha.add_to_cart([line("idly", 2)])
    scene.asha.checkout("take_away")
    tender = scene.asha.invoice()
    order = scene.asha.pays(tender, charge="first").order
    assert order
    off = partial(move, scene.shop, order.order_id, "cancelled", reason="no gas")
    return [partial(scene.asha.pays, tender, charge="second"), off]


def place_and_cancel(scene: Scene) -> list[Work]:
    """An order is placed while another, with the same dishes and code, is cancelled."""
    scene.quoted(scene.ravi)()
    pay = scene.quoted(scene.asha)
    return [pay, partial(cancel, scene.ravi)]


def place_and_cancel_of_recipes(scene: Scene) -> list[Work]:
    """The same of dishes whose ingredients come in another order than the dishes do."""
    for ingredient in ("batter", "aloo"):
        put_ingredient(scene.shop, ingredient, "1000")
    put_recipe(scene.shop, "idly", batter="0.1")
    put_recipe(scene.shop, "masala_dosa", aloo="0.1")
    return place_and_cancel(scene)


def change_and_cancel(scene: Scene) -> list[Work]:
    """A customer wants more of an order in one chat and cancels it in another."""
    order = place(scene.asha, line("idly", 2)).order_id
    return [
        partial(change, scene.asha, order, {"line_no": 1}, 3, "120.00"),
        partial(cancel, scene.elsewhere, order),
    ]


def place_and_phone(scene: Scene) -> list[Work]:
    """A customer confirms in one chat and gives his number for a delivery in another."""
    put_delivery(scene.shop)
    scene.elsewhere.add_to_cart([line("idly")])
    scene.elsewhere.choose_order_type("delivery")
    return [
        scene.quoted(scene.asha),
        partial(scene.elsewhere.call, "give_phone", "9845012345"),
    ]


@dataclass(frozen=True)
class Meeting:
    """Who meets, where the first stops, and the functions in which the order is another."""

    works: Callable[[Scene], list[Work]]
    stop: Break
    broken: tuple[Break, ...]


MEETINGS = {
    "payment, cancellation": Meeting(
        pay_and_cancel,
        STOP_BEFORE_USE,
        (
            STOP_BEFORE_USE,
            Break("book_charge", "  for update;\n  select", "  ;\n  select"),
        ),
    ),
    "order, cancellation: coupon first": Meeting(
        place_and_cancel,
        STOP_BEFORE_COUPON,
        (
            STOP_BEFORE_COUPON,
            Break("move_order", RETURN_STOCK + RELEASE_COUPON, RELEASE_COUPON + RETURN_STOCK),
        ),
    ),
    "order, cancellation: another order of stock": Meeting(
        place_and_cancel,
        UNSORTED,
        (
            UNSORTED,
            Break("return_stock", LOCK_ITEMS, ITEMS_BACKWARDS),
        ),
    ),
    "order, cancellation: another order of ingredients": Meeting(
        place_and_cancel_of_recipes,
        Break("lock_items", INGREDIENTS, STOP + INGREDIENTS),
        (
            Break("lock_stock", LOCK_LINES, LOCK_LINES_UNSORTED),
            Break("return_stock", LOCK_ITEMS, ""),
            Break("return_stock", "  perform app.take_stock(p_tenant, v_items, v_given);\n", ""),
        ),
    ),
    "change, cancellation: stock first": Meeting(
        change_and_cancel,
        Break("change_order", LOCK_ORDER, LOCK_ORDER + STOP),
        (
            Break(
                "change_order",
                LOCK_ORDER,
                "perform from cold.menu_item_stock s where s.tenant_id = p_tenant for update;\n"
                + STOP
                + LOCK_ORDER,
            ),
        ),
    ),
    "order, telephone": Meeting(
        place_and_phone,
        STOP_BEFORE_COUPON,
        (
            STOP_BEFORE_COUPON,
            Break("create_order_from_session", "  perform app.lock_contact(p_turn);\n", ""),
        ),
    ),
}


def meet(dsn: str, db: psycopg.Connection, works: Callable[[Scene], list[Work]]) -> list[str]:
    """Let two meet; the SQLSTATEs of what was refused."""
    take_money(db)
    Rules(coupons=[Coupon("SAVE", "10")]).put(db)
    for dish in DISHES:
        put_stock(db, dish, 100)
    with (
        Payer(dsn, "501") as asha,
        Payer(dsn, "501") as elsewhere,
        Payer(dsn, "502") as ravi,
        psycopg.connect(dsn, autocommit=True) as shop,
    ):
        elsewhere.chat = "-100501"
        first, second = works(Scene(asha, elsewhere, ravi, shop))
        hold(db)

        def come_second() -> object:
            wait_for_waiting(db, 1)
            return second()

        def look() -> None:
            wait_for_waiting(db, 2)
            let_go(db)

        answers = at_once([first, come_second, look])
    return [str(one.sqlstate) for one in answers if isinstance(one, psycopg.Error)]


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_nobody_waits_in_a_ring(dsn: str, db: psycopg.Connection, meeting: Meeting) -> None:
    put_in(db, meeting.stop)
    assert set(meet(dsn, db, meeting.works)) <= {"OC062"}


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_another_order_is_noticed(dsn: str, db: psycopg.Connection, meeting: Meeting) -> None:
    put_in(db, *meeting.broken)
    assert "40P01" in meet(dsn, db, meeting.works)


def prepare(person: Payer, number: int) -> Work:
    """Half have an order to cancel, half a cart to confirm; the carts in opposite orders."""
    person.who = person.chat = fresh()
    person.add_to_cart([line(dish) for dish in DISHES[:: 1 if number % 4 < 2 else -1]])
    person.apply_coupon("SAVE")
    assert person.checkout("take_away").checkout
    if number % 2:
        assert person.choose_payment().order
        return partial(cancel, person)
    return person.choose_payment


def test_carts_with_one_code_and_orders_called_off(dsn: str, db: psycopg.Connection) -> None:
    take_money(db)
    Rules(coupons=[Coupon("SAVE", "10", total_limit=100)]).put(db)
    with ExitStack() as stack:
        people = [stack.enter_context(Payer(dsn)) for _ in range(8)]
        for _ in range(ROUNDS):
            db.execute("delete from cold.menu_item_stock")
            for dish in DISHES:
                put_stock(db, dish, 100)
            db.execute("update cold.coupon set redeemed = 0")
            must(at_once([prepare(person, number) for number, person in enumerate(people)]))
            assert db.execute("select redeemed from cold.coupon").fetchone() == (4,)
            left = db.execute("select item_id, quantity from cold.menu_item_stock").fetchall()
            assert dict(left) == dict.fromkeys(DISHES, 96)
