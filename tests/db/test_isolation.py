"""Two shops in one database: same dishes, same people, same numbers, and nothing in common."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from psycopg import Connection, sql
from psycopg.errors import InsufficientPrivilege

from db.menu.import_file import import_menu
from db.tenants import add_tenant
from tests.support.refusals import refused
from tests.support.turns import Caller, line

MENU = """{
  "currency": "EUR",
  "items": [
    {"id": "idly", "name": "Idly à la carte", "category": "Tout", "price": 900},
    {"id": "vanjaram_fry", "name": "Poisson", "category": "Tout", "price": 1900, "stock": 1}
  ]
}"""
READABLE = """
select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('hot', 'warm', 'cold') and c.relkind in ('r', 'p')
  and has_table_privilege('hotcart_api', c.oid, 'select')
"""
COMMON = {"tenants", "order_type_table", "order_source_type", "opcode"}


@pytest.fixture
def cafe(dsn: str, tmp_path: Path) -> Iterator[Caller]:
    """Asha again, with the same name in the same chat, at another shop."""
    menu = tmp_path / "menu.json"
    menu.write_text(MENU, "utf-8")
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    import_menu(dsn, "cafe", menu)
    with Caller(dsn, "asha", shop="cafe") as caller:
        yield caller


def quote(person: Caller) -> UUID:
    """The id of a new quote."""
    checkout = person.checkout().checkout
    assert checkout is not None
    return checkout.checkout_id


def test_the_same_dish_at_two_shops(asha: Caller, cafe: Caller) -> None:
    here = asha.add_to_cart([line("idly", 2)])
    there = cafe.add_to_cart([line("idly", 3)])

    assert [(row.item_name, row.quantity) for row in here.lines] == [("Idly", 2)]
    assert [(row.item_name, row.quantity) for row in there.lines] == [("Idly à la carte", 3)]
    assert (here.currency, here.total) == ("INR", Decimal(80))
    assert (there.currency, there.total) == ("EUR", Decimal(27))


def test_the_same_command_at_two_shops(asha: Caller, cafe: Caller) -> None:
    asha.add_to_cart([line("idly")], command="once")
    view = cafe.add_to_cart([line("idly")], command="once")
    assert (view.replayed, view.item_count) == (False, 1)


def test_dishes_of_another_shop_are_not_on_the_menu(cafe: Caller) -> None:
    with refused("OC001"):
        cafe.add_to_cart([line("masala_dosa")])


def test_a_quote_of_another_shop_is_not_open(asha: Caller, cafe: Caller) -> None:
    asha.add_to_cart([line("idly")])
    cafe.add_to_cart([line("idly")])
    quote(cafe)
    with refused("OC012"):
        cafe.choose_payment("cash", quote(asha))


def test_orders_of_another_shop_are_not_found(asha: Caller, cafe: Caller) -> None:
    for person in (asha, asha, cafe):
        person.add_to_cart([line("idly")])
        assert person.choose_payment("cash", quote(person)).order is not None

    assert [order.order_no for order in cafe.order_status().orders] == [1]
    assert [order.order_no for order in asha.order_status().orders] == [2, 1]
    with refused("OC018"):
        cafe.order_status(2)


def test_a_placed_quote_of_another_shop_tells_nothing(asha: Caller, cafe: Caller) -> None:
    asha.add_to_cart([line("idly")])
    placed = quote(asha)
    asha.choose_payment("cash", placed)
    cafe.add_to_cart([line("idly")])
    with refused("OC012"):
        cafe.choose_payment("cash", placed)


def test_an_order_of_another_shop_is_not_ordered_again(asha: Caller, cafe: Caller) -> None:
    for _ in range(2):
        asha.add_to_cart([line("idly")])
        asha.choose_payment("cash", quote(asha))
    for number in (None, 1, 2):
        with refused("OC018"):
            cafe.reorder(number)


def test_rules_are_said_and_kept_at_one_shop(asha: Caller, cafe: Caller, db: Connection) -> None:
    asha.set_dietary_rules(["coconut"])
    asha.keep_dietary_rules()
    assert not cafe.view_cart().dietary
    assert cafe.set_dietary_rules().seq == 0
    db.execute("update cold.sessions set closed_at = now()")
    assert asha.add_to_cart([line("idly")]).conflicts
    assert not cafe.add_to_cart([line("idly")]).conflicts


def test_numbers_of_dishes_mean_the_own_menu(asha: Caller, cafe: Caller) -> None:
    fish = asha.item_no("vanjaram_fry")
    assert fish != cafe.item_no("vanjaram_fry")
    found = cafe.call("search_menu", "", None, (cafe.item_no("idly"), fish), 1, 8).shown
    assert found is not None
    assert [dish.item_no for dish in found.dishes] == [cafe.item_no("idly")]
    menu = cafe.see_menu().shown
    assert menu is not None
    assert menu.count == 2


def test_stock_is_each_shops_own(asha: Caller, cafe: Caller, db: Connection) -> None:
    cafe.add_to_cart([line("vanjaram_fry")])
    assert cafe.choose_payment("cash", quote(cafe)).order is not None
    with refused("OC005"):
        cafe.add_to_cart([line("vanjaram_fry")])
    assert asha.add_to_cart([line("vanjaram_fry", 20)]).item_count == 20


def test_the_sweep_takes_the_idle_of_every_shop(asha: Caller, cafe: Caller) -> None:
    for person in (asha, cafe):
        person.turn_clock("2026-03-02 12:00+05:30")
        person.add_to_cart([line("idly")])
    asha.turn_clock("2026-03-04 12:00+05:30")
    assert asha.json("sweep_idle_sessions") == 2
    assert (asha.view_cart().item_count, cafe.view_cart().item_count) == (1, 1)


def test_a_shop_that_does_not_exist(asha: Caller) -> None:
    asha.tenant = UUID(int=0)
    with refused("OC016"):
        asha.view_cart()


@pytest.mark.parametrize("tenant", [None, "", "00000000-0000-0000-0000-000000000000"])
def test_without_a_tenant_no_row_is_seen(
    asha: Caller, cafe: Caller, db: Connection, tenant: str | None
) -> None:
    for person in (asha, cafe):
        person.add_to_cart([line("idly")])
        person.choose_payment("cash", quote(person))
        person.add_to_cart([line("idly")])
        quote(person)
    tables = db.execute(READABLE).fetchall()
    db.execute("set role hotcart_api")
    if tenant is not None:
        db.execute("select set_config('app.tenant_id', %s, false)", (tenant,))
    seen = {}
    for schema, table in tables:
        name = sql.Identifier(schema, table)
        seen[table] = db.execute(sql.SQL("select count(*) from {}").format(name)).fetchone()

    assert {"session_cart", "session_events", "orders", "menu_item"} <= set(seen)
    assert {table for table, rows in seen.items() if rows != (0,)} == COMMON


def test_with_a_tenant_only_his_rows_are_seen(asha: Caller, cafe: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly", 2)])
    cafe.add_to_cart([line("idly", 3)])
    db.execute("set role hotcart_api")
    db.execute("select set_config('app.tenant_id', %s, false)", (str(cafe.tenant),))

    assert db.execute("select quantity from hot.session_cart").fetchall() == [(3,)]
    with pytest.raises(InsufficientPrivilege, match="row-level security"):
        db.execute(
            "insert into cold.customers values (%s, gen_random_uuid(), now())", (asha.tenant,)
        )


def test_setting_the_tenant_oneself_opens_nothing(asha: Caller, cafe: Caller) -> None:
    asha.add_to_cart([line("idly", 2)])
    cafe.connection.execute("select set_config('app.tenant_id', %s, false)", (str(asha.tenant),))
    assert cafe.view_cart().lines == ()
    with pytest.raises(InsufficientPrivilege):
        cafe.connection.execute("select * from hot.session_cart")


def test_nothing_of_the_tenant_stays_on_the_connection(asha: Caller) -> None:
    asha.view_cart()
    left = asha.connection.execute("select current_setting('app.tenant_id', true)").fetchone()
    assert left in ((None,), ("",))


def shadow(caller: Caller) -> None:
    """Put a table of one's own in front of the cart."""
    caller.connection.execute("create temp table session_cart as select 99 as quantity")
    caller.connection.execute("set search_path = pg_temp, hot, app")


def test_names_of_ones_own_do_not_shadow_the_functions(asha: Caller) -> None:
    before = asha.add_to_cart([line("idly", 2)])
    shadow(asha)
    assert asha.view_cart().lines == before.lines


def test_they_would_where_the_path_is_not_pinned(asha: Caller, db: Connection) -> None:
    db.execute(
        """create function public.pieces() returns bigint language plpgsql security definer
             as $$ begin return (select sum(quantity) from session_cart); end $$"""
    )
    asha.add_to_cart([line("idly", 2)])
    shadow(asha)
    assert asha.connection.execute("select public.pieces()").fetchone() == (99,)
