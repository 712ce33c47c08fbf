"""Menu, search, add, cart, checkout and promotion say the same of a dish that cannot be had."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pytest
from psycopg import Connection

from tests.support.refusals import refused
from tests.support.turns import Caller, items, line
from tools.kit.view import Refusal, SessionView

Verdict: TypeAlias = tuple[str, str | None, int | None]

NOW = "2026-03-02 13:00+05:30"
WANTED = 2
UNKNOWN: Verdict = ("unknown", None, None)


@dataclass(frozen=True)
class Reason:
    """What happens to idly, and the verdict of then on."""

    change: str
    reason: str
    sqlstate: str
    kind: str
    when: str | None = None
    left: int | None = None

    @property
    def verdict(self) -> Verdict:
        """Reason, when, left."""
        return (self.reason, self.when, self.left)


STOCK = "insert into cold.menu_item_stock select tenant_id, 'idly', {} from cold.tenants"
HELD = """
insert into cold.stock_hold
select tenant_id, session_id, 'idly', 3, gen_random_uuid(), '2026-03-02 13:10+05:30'
from cold.sessions where sender = 'ravi'
"""
RECIPE = """
insert into cold.ingredient select tenant_id, 'batter', 'Batter', 'kg', {} from cold.tenants;
insert into cold.recipe select tenant_id, 'idly', 'batter', 0.06 from cold.tenants
"""
REASONS = {
    "removed": Reason(
        "update cold.menu_item set is_removed = true where item_id = 'idly'",
        "unknown",
        "OC001",
        "unavailable",
    ),
    "sold out": Reason(
        "update cold.menu_item set is_available = false where item_id = 'idly'",
        "sold_out",
        "OC005",
        "unavailable",
    ),
    "sold out until": Reason(
        """update cold.menu_item set is_available = false,
             unavailable_until = '2026-03-02 18:00+05:30' where item_id = 'idly'""",
        "sold_out",
        "OC005",
        "unavailable",
        when="today from 18:00",
    ),
    "closed": Reason(
        """insert into cold.opening_hours
           select tenant_id, weekday, '17:00', '23:00'
           from cold.tenants, generate_series(1, 7) weekday""",
        "closed",
        "OC019",
        "closed",
        when="today from 17:00",
    ),
    "closed today": Reason(
        "insert into cold.special_day select tenant_id, '2026-03-02' from cold.tenants",
        "closed",
        "OC019",
        "closed",
        when="tomorrow from 00:00",
    ),
    "not served": Reason(
        "insert into cold.menu_item_period select tenant_id, 'idly', 'dinner' from cold.tenants",
        "not_served",
        "OC006",
        "not_served",
        when="19:00-22:30",
    ),
    "order type": Reason(
        "insert into cold.menu_item_order_type select tenant_id, 'idly', 2 from cold.tenants",
        "order_type",
        "OC020",
        "order_type",
    ),
    "none left": Reason(STOCK.format(0), "sold_out", "OC005", "stock", left=0),
    "few left": Reason(STOCK.format(1), "stock", "OC011", "stock", left=1),
    "nothing to make it of": Reason(RECIPE.format(0.05), "sold_out", "OC005", "stock", left=0),
    "too little for two": Reason(RECIPE.format(0.11), "stock", "OC011", "stock", left=1),
    "what others hold takes it": Reason(
        RECIPE.format(0.23) + ";" + HELD, "sold_out", "OC005", "stock", left=0
    ),
    "held by others": Reason(STOCK.format(3) + ";" + HELD, "sold_out", "OC005", "stock", left=0),
    "partly held": Reason(STOCK.format(4) + ";" + HELD, "stock", "OC011", "stock", left=1),
}


def verdict(refusal: Refusal | None) -> Verdict | None:
    """What a view says of a dish."""
    return (refusal.reason, refusal.when, refusal.left) if refusal else None


def on_page(view: SessionView, item_no: int) -> Verdict | None:
    """What a page says of a dish; one that is not on it is unknown."""
    assert view.shown is not None
    for dish in view.shown.dishes:
        if dish.item_no == item_no:
            return verdict(dish.refusal)
    return UNKNOWN


@pytest.fixture
def quoted(asha: Caller, ravi: Caller) -> Caller:
    """A customer with two idlies and a dosa in an open quote; another one is there, too."""
    for caller in (asha, ravi):
        caller.turn_clock(NOW)
    ravi.view_cart()
    asha.add_to_cart([line("idly", WANTED), line("plain_dosa")])
    assert asha.checkout("take_away").checkout is not None
    return asha


@pytest.fixture(params=REASONS)
def reason(request: pytest.FixtureRequest, quoted: Caller, db: Connection) -> Reason:
    """Every reason for which a dish cannot be had, after it has come about."""
    found = REASONS[str(request.param)]
    for statement in found.change.split(";"):
        db.execute(statement.encode())
    return found


def test_on_the_menu_and_in_a_search(quoted: Caller, reason: Reason) -> None:
    number = quoted.item_no("idly")
    # A page asks for one piece.
    expected = None if reason.reason == "stock" else reason.verdict
    assert on_page(quoted.see_menu(size=20), number) == expected
    assert on_page(quoted.search_menu("plain_dosa", "idly"), number) == expected


def test_when_it_is_added(quoted: Caller, reason: Reason) -> None:
    more: Mapping[str, Callable[[], SessionView]] = {
        "add": lambda: quoted.add_to_cart([line("idly")]),
        "another line": lambda: quoted.add_to_cart([line("idly", note="hot")]),
        "quantity": lambda: quoted.set_quantity(items("idly"), WANTED + 1),
    }
    for way, work in more.items():
        with refused(reason.sqlstate) as refusal:
            work()
        words = (refusal.words.get("when"), refusal.words.get("left"))
        assert words == (reason.when, reason.left), way
    assert quoted.view_cart().item_count == WANTED + 1


def test_in_the_cart(quoted: Caller, reason: Reason) -> None:
    idly, dosa = quoted.view_cart().lines
    assert verdict(idly.refusal) == reason.verdict
    assert (dosa.refusal is None) is (reason.reason != "closed")


def test_at_checkout_and_at_promotion(quoted: Caller, reason: Reason, db: Connection) -> None:
    checkout = quoted.view_cart().checkout
    assert checkout is not None
    for view in (quoted.choose_payment("cash", checkout.checkout_id), quoted.checkout()):
        (difference,) = view.differences
        assert (difference.kind, difference.when, difference.left) == (
            reason.kind,
            reason.when,
            reason.left,
        )
        named = "" if reason.kind == "closed" else "Idly"
        assert (difference.item_name, view.order, view.checkout) == (named, None, None)
    assert db.execute("select count(*) from cold.orders").fetchone() == (0,)


def test_nothing_keeps_it_away(quoted: Caller) -> None:
    number = quoted.item_no("idly")
    assert on_page(quoted.see_menu(size=20), number) is None
    assert all(found.refusal is None for found in quoted.view_cart().lines)
    assert quoted.add_to_cart([line("idly")]).item_count == WANTED + 2
    assert quoted.checkout().differences == ()
    assert quoted.choose_payment("cash").order is not None


def test_the_order_type_is_the_one_chosen(asha: Caller, db: Connection) -> None:
    asha.turn_clock(NOW)
    db.execute(REASONS["order type"].change.encode())
    asha.add_to_cart([line("idly")])
    (difference,) = asha.checkout().differences
    assert (difference.kind, difference.order_type) == ("order_type", "take_away")
    assert asha.checkout("dine_in").checkout is not None
    assert asha.add_to_cart([line("idly")]).item_count == 2
    asha.checkout()
    db.execute("delete from cold.tenant_order_type where order_type_id = 2")
    with refused("OC020") as refusal:
        asha.add_to_cart([line("idly")])
    assert refusal.words["order_type"] == "dine-in"
