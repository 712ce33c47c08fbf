"""The menu a shop has, in the form its file would have."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from psycopg import Connection
from psycopg.rows import dict_row

from db.menu.format import (
    WEEK,
    Category,
    FileIngredient,
    FileOption,
    Group,
    Item,
    MenuFile,
    Part,
    Period,
)
from db.tenants import currency_of

P = TypeVar("P", bound=Part)
Row = dict[str, object]

PERIODS = """
select meal_period_id as id, name, to_char(starts_at, 'HH24:MI') as starts,
  to_char(ends_at, 'HH24:MI') as ends, days
from cold.meal_period order by position, meal_period_id
"""
CATEGORIES = """
select category_id as id, name from cold.menu_category c
where exists (select from cold.menu_item i
              where i.tenant_id = c.tenant_id and i.category_id = c.category_id
                and not i.is_removed)
order by position, category_id
"""
ITEMS = """
select i.item_id as id, i.name, i.aliases, c.name as category, i.price, i.description,
  i.photo_url as photo, i.diet, i.suitable_for, i.allergens,
  array(select p.meal_period_id from cold.menu_item_period p
        join cold.meal_period m using (tenant_id, meal_period_id)
        where p.tenant_id = i.tenant_id and p.item_id = i.item_id
        order by m.position, m.meal_period_id) as meal_periods,
  array(select y.order_type_name from cold.menu_item_order_type w
        join cold.order_type_table y using (order_type_id)
        where w.tenant_id = i.tenant_id and w.item_id = i.item_id
        order by y.order_type_id) as order_types,
  array(select g.group_id from cold.menu_item_option_group g
        where g.tenant_id = i.tenant_id and g.item_id = i.item_id
        order by g.position) as option_groups,
  (select coalesce(jsonb_object_agg(r.ingredient_id, r.amount::text), '{}') from cold.recipe r
   where r.tenant_id = i.tenant_id and r.item_id = i.item_id) as recipe,
  i.tax_class, i.prep_station, s.quantity as stock, s.low_at, i.is_available, i.unavailable_until
from cold.menu_item i
join cold.menu_category c using (tenant_id, category_id)
left join cold.menu_item_stock s using (tenant_id, item_id)
where not i.is_removed order by i.position, i.item_no
"""
GROUPS = """
select group_id as id, name, min_choices as min, max_choices as max,
  default_option_id as default, negatable, replaces_price, amounts, generic_aliases
from cold.option_group g
where exists (select from cold.option o
              where o.tenant_id = g.tenant_id and o.group_id = g.group_id and not o.is_removed)
order by group_id
"""
OPTIONS = """
select group_id, option_id as id, name, aliases, price_delta, price, diet, allergens,
  suitable_for, unsuitable_for, countable, is_available, unavailable_until
from cold.option where not is_removed order by group_id, position, option_no
"""

INGREDIENTS = """
select ingredient_id as id, name, unit, quantity as stock, low_at
from cold.ingredient where not is_removed order by ingredient_id
"""


def shop_menu(connection: Connection, slug: str) -> MenuFile:
    """The menu of the shop the connection acts for. Raises TenantError.

    It is not checked: a shop may have been given its menu by an earlier version.
    """
    options: dict[str, list[FileOption]] = defaultdict(list)
    for row in _rows(connection, OPTIONS):
        options[str(row.pop("group_id"))].append(_made(FileOption.model_construct, row))
    return MenuFile.model_construct(
        currency=currency_of(connection, slug),
        minor_units=100,
        meal_periods=[_made(Period.model_construct, row) for row in _rows(connection, PERIODS)],
        categories=[_made(Category.model_construct, row) for row in _rows(connection, CATEGORIES)],
        items=[_made(Item.model_construct, row) for row in _rows(connection, ITEMS)],
        option_groups=[
            _made(Group.model_construct, row | {"options": options[str(row["id"])]})
            for row in _rows(connection, GROUPS)
        ],
        ingredients=[
            _made(FileIngredient.model_construct, row) for row in _rows(connection, INGREDIENTS)
        ],
    )


def _rows(connection: Connection, query: str) -> list[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query.encode()).fetchall()


def _made(make: Callable[..., P], row: Row) -> P:
    if row.pop("is_available", True):
        row.pop("unavailable_until", None)
    else:
        row["available"] = False
    for name, read in _READ.items():
        if row.get(name) is not None:
            row[name] = read(row[name])
    return make(**row)


def _minor(price: object) -> int:
    return int(Decimal(str(price)) * 100)


def _days(numbers: object) -> list[str]:
    return [day for number, day in enumerate(WEEK, start=1) if number in set(_ints(numbers))]


def _recipe(amounts: object) -> dict[str, Decimal]:
    listed = amounts.items() if isinstance(amounts, dict) else ()
    return {str(name): Decimal(str(amount)) for name, amount in listed}


def _ints(numbers: object) -> list[int]:
    return [int(number) for number in numbers] if isinstance(numbers, list) else []


_READ: Mapping[str, Callable[[object], object]] = {
    "price": _minor,
    "price_delta": _minor,
    "days": _days,
    "recipe": _recipe,
}
