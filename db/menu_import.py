"""Makes a shop's menu equal to a menu file, in one transaction."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from psycopg import Connection, sql
from psycopg.types.json import Jsonb

from db.menu_file import MenuFileError, period_ids, read_menu
from db.menu_format import MenuFile
from db.tenants import acting_for, currency_of, tenant_id_of


def import_menu(dsn: str, slug: str, path: Path) -> int:
    """Import the file for the shop `slug` and return the number of dishes.

    Raises MenuFileError, TenantError, OSError; then nothing has changed.
    """
    menu = read_menu(path)
    with acting_for(dsn, slug) as connection:
        sells_in = currency_of(connection, slug)
        if menu.currency != sells_in:
            raise MenuFileError(
                path, [f"currency: the file is in {menu.currency}, the shop sells in {sells_in}"]
            )
        write_menu(connection, tenant_id_of(connection, slug), menu)
    return len(menu.items)


def write_menu(connection: Connection, tenant: UUID, menu: MenuFile) -> None:
    """Write a checked menu: what is not in it is removed, what is in it keeps its number.

    Moves the menu's version. A second import of the shop waits for the first one's end.
    """
    # First of all: it is the row that a second import waits for.
    connection.execute(
        "update cold.tenants set menu_version = menu_version + 1 where tenant_id = %s", (tenant,)
    )
    _forget_links(connection, tenant)
    _write_headings(connection, tenant, menu)
    _write_groups(connection, tenant, menu)
    _write_items(connection, tenant, menu)


def _forget_links(connection: Connection, tenant: UUID) -> None:
    for table in ("menu_item_option_group", "menu_item_period", "menu_item_stock"):
        connection.execute(
            sql.SQL("delete from {} where tenant_id = %s").format(sql.Identifier("cold", table)),
            (tenant,),
        )
    connection.execute(
        "update cold.menu_item set is_removed = true where tenant_id = %s", (tenant,)
    )
    connection.execute("update cold.option set is_removed = true where tenant_id = %s", (tenant,))


def _write_headings(connection: Connection, tenant: UUID, menu: MenuFile) -> None:
    connection.execute("delete from cold.meal_period where tenant_id = %s", (tenant,))
    _many(
        connection,
        "insert into cold.meal_period values (%s, %s, %s, %s, %s, %s)",
        [(tenant, p.id, p.name, p.starts, p.ends, n) for n, p in enumerate(menu.meal_periods)],
    )
    _many(
        connection,
        """insert into cold.menu_category values (%s, %s, %s, %s)
           on conflict (tenant_id, category_id) do update set
             name = excluded.name, position = excluded.position""",
        [(tenant, c.id, c.name, n) for n, c in enumerate(menu.categories)],
    )


def _write_groups(connection: Connection, tenant: UUID, menu: MenuFile) -> None:
    _many(
        connection,
        """insert into cold.option_group values (%s, %s, %s, %s, %s, %s, %s, %s, %s)
           on conflict (tenant_id, group_id) do update set
             name = excluded.name, min_choices = excluded.min_choices,
             max_choices = excluded.max_choices,
             default_option_id = excluded.default_option_id, amounts = excluded.amounts,
             negatable = excluded.negatable, generic_aliases = excluded.generic_aliases""",
        [
            (
                tenant,
                g.id,
                g.name,
                g.min,
                g.max,
                g.default,
                g.amounts,
                g.negatable,
                Jsonb(g.generic_aliases),
            )
            for g in menu.option_groups
        ],
    )
    first = _next_number(connection, tenant, "option", "option_no")
    options = [(g.id, n, option) for g in menu.option_groups for n, option in enumerate(g.options)]
    _many(
        connection,
        """insert into cold.option (tenant_id, group_id, option_id, option_no, name, aliases,
                                    price_delta, allergens, countable, position)
           values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
           on conflict (tenant_id, group_id, option_id) do update set
             name = excluded.name, aliases = excluded.aliases, price_delta = excluded.price_delta,
             allergens = excluded.allergens, countable = excluded.countable,
             position = excluded.position, is_available = true, is_removed = false""",
        [
            (tenant, group_id, o.id, first + number, o.name, o.aliases,
             _money(o.price_delta, menu), o.allergens, o.countable, position)
            for number, (group_id, position, o) in enumerate(options)
        ],
    )  # fmt: skip


def _write_items(connection: Connection, tenant: UUID, menu: MenuFile) -> None:
    categories = {category.name: category.id for category in menu.categories}
    periods = period_ids(menu)
    first = _next_number(connection, tenant, "menu_item", "item_no")
    _many(
        connection,
        """insert into cold.menu_item (tenant_id, item_id, item_no, category_id, name, description,
                                       aliases, price, diet, allergens, position)
           values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
           on conflict (tenant_id, item_id) do update set
             category_id = excluded.category_id, name = excluded.name,
             description = excluded.description, aliases = excluded.aliases,
             price = excluded.price, diet = excluded.diet,
             allergens = excluded.allergens, position = excluded.position, is_removed = false""",
        [
            (tenant, item.id, first + n, categories[item.category], item.name, item.description,
             item.aliases, _money(item.price, menu), item.diet, item.allergens, n)
            for n, item in enumerate(menu.items)
        ],
    )  # fmt: skip
    _many(
        connection,
        "insert into cold.menu_item_stock values (%s, %s, %s)",
        [(tenant, item.id, item.stock) for item in menu.items if item.stock is not None],
    )
    _many(
        connection,
        "insert into cold.menu_item_period values (%s, %s, %s)",
        [
            (tenant, item.id, period_id)
            for item in menu.items
            for period_id in dict.fromkeys(periods[name] for name in item.meal_periods)
        ],
    )
    _many(
        connection,
        "insert into cold.menu_item_option_group values (%s, %s, %s, %s)",
        [
            (tenant, item.id, group_id, n)
            for item in menu.items
            for n, group_id in enumerate(dict.fromkeys(item.option_groups))
        ],
    )


def _next_number(connection: Connection, tenant: UUID, table: str, column: str) -> int:
    """The first number the shop has never used: old messages' buttons must keep their meaning."""
    row = connection.execute(
        sql.SQL("select coalesce(max({}), 0) + 1 from {} where tenant_id = %s").format(
            sql.Identifier(column), sql.Identifier("cold", table)
        ),
        (tenant,),
    ).fetchone()
    return int(row[0]) if row else 1


def _money(minor: int, menu: MenuFile) -> Decimal:
    return Decimal(minor) / menu.minor_units


def _many(connection: Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement.encode(), rows)
