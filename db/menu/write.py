"""Writes a menu into a shop's tables."""

from collections.abc import Iterator
from itertools import count
from uuid import UUID

from psycopg import Connection

from db.menu.format import ORDER_TYPES, WEEK, FileOption, Item, MenuFile
from db.menu.rows import Row, Table

PERIODS = Table(
    "meal_period",
    ["meal_period_id"],
    {"meal_period_id": "text", "name": "text", "starts_at": "time", "ends_at": "time",
     "position": "smallint", "days": "smallint[]"},
)  # fmt: skip
CATEGORIES = Table(
    "menu_category", ["category_id"], {"category_id": "text", "name": "text", "position": "int"}
)
GROUPS = Table(
    "option_group",
    ["group_id"],
    {"group_id": "text", "name": "text", "min_choices": "int", "max_choices": "int",
     "default_option_id": "text", "amounts": "text[]", "negatable": "boolean",
     "generic_aliases": "jsonb", "replaces_price": "boolean"},
)  # fmt: skip
# Numbers are given once: the buttons of old messages must keep their meaning.
OPTIONS = Table(
    "option",
    ["group_id", "option_id"],
    {"group_id": "text", "option_id": "text", "option_no": "int", "name": "text",
     "aliases": "text[]", "price_delta": "numeric", "price": "numeric", "diet": "text",
     "allergens": "text[]", "suitable_for": "text[]", "unsuitable_for": "text[]",
     "countable": "boolean", "position": "int", "is_removed": "boolean"},
    fixed=["option_no"],
)  # fmt: skip
ITEMS = Table(
    "menu_item",
    ["item_id"],
    {"item_id": "text", "item_no": "int", "category_id": "text", "name": "text",
     "description": "text", "aliases": "text[]", "price": "numeric", "diet": "text",
     "allergens": "text[]", "suitable_for": "text[]", "photo_url": "text", "tax_class": "text",
     "prep_station": "text", "position": "int", "is_removed": "boolean"},
    fixed=["item_no"],
)  # fmt: skip
ITEM_PERIODS = Table(
    "menu_item_period",
    ["item_id", "meal_period_id"],
    {"item_id": "text", "meal_period_id": "text"},
)
ITEM_GROUPS = Table(
    "menu_item_option_group",
    ["item_id", "group_id"],
    {"item_id": "text", "group_id": "text", "position": "int"},
)
ITEM_ORDER_TYPES = Table(
    "menu_item_order_type",
    ["item_id", "order_type_id"],
    {"item_id": "text", "order_type_id": "smallint"},
)


def write_menu(connection: Connection, tenant: UUID, menu: MenuFile) -> None:
    """Make a shop's menu equal to this one, but for what changes while the shop is open.

    What is not in it is removed, what is in it keeps its number; rows that are right already are
    not touched. The caller holds the shop's row.
    """
    periods = list(_periods(menu))
    options = list(_options(connection, tenant, menu))
    items = list(_items(connection, tenant, menu))
    PERIODS.upsert(connection, tenant, periods)
    CATEGORIES.upsert(connection, tenant, list(_categories(menu)))
    GROUPS.upsert(connection, tenant, list(_groups(menu)))
    OPTIONS.upsert(connection, tenant, options)
    OPTIONS.remove_others(connection, tenant, options)
    ITEMS.upsert(connection, tenant, items)
    ITEMS.remove_others(connection, tenant, items)
    for table, links in (
        (ITEM_PERIODS, list(_item_periods(menu))),
        (ITEM_GROUPS, list(_item_groups(menu))),
        (ITEM_ORDER_TYPES, list(_item_order_types(menu))),
    ):
        table.delete_others(connection, tenant, links)
        table.upsert(connection, tenant, links)
    PERIODS.delete_others(connection, tenant, periods)


def _periods(menu: MenuFile) -> Iterator[Row]:
    for position, period in enumerate(menu.meal_periods):
        yield {
            "meal_period_id": period.id,
            "name": period.name,
            "starts_at": period.starts,
            "ends_at": period.ends,
            "position": position,
            "days": [WEEK.index(day) + 1 for day in period.days],
        }


def _categories(menu: MenuFile) -> Iterator[Row]:
    for position, category in enumerate(menu.categories):
        yield {"category_id": category.id, "name": category.name, "position": position}


def _groups(menu: MenuFile) -> Iterator[Row]:
    for group in menu.option_groups:
        yield {
            "group_id": group.id,
            "name": group.name,
            "min_choices": group.min,
            "max_choices": group.max,
            "default_option_id": group.default,
            "amounts": group.amounts,
            "negatable": group.negatable,
            "generic_aliases": group.generic_aliases,
            "replaces_price": group.replaces_price,
        }


def _options(connection: Connection, tenant: UUID, menu: MenuFile) -> Iterator[Row]:
    numbers = OPTIONS.numbers(connection, tenant, "option_no")
    new = count(max(numbers.values(), default=0) + 1)
    for group in menu.option_groups:
        for position, option in enumerate(group.options):
            key = (group.id, option.id)
            number = numbers[key] if key in numbers else next(new)
            place = {"group_id": group.id, "option_no": number, "position": position}
            yield place | _option(option)


def _option(option: FileOption) -> dict[str, object]:
    return {
        "option_id": option.id,
        "name": option.name,
        "aliases": option.aliases,
        "price_delta": _money(option.price_delta),
        "price": None if option.price is None else _money(option.price),
        "diet": option.diet,
        "allergens": option.allergens,
        "suitable_for": option.suitable_for,
        "unsuitable_for": option.unsuitable_for,
        "countable": option.countable,
        "is_removed": False,
    }


def _items(connection: Connection, tenant: UUID, menu: MenuFile) -> Iterator[Row]:
    categories = {category.name: category.id for category in menu.categories}
    numbers = ITEMS.numbers(connection, tenant, "item_no")
    new = count(max(numbers.values(), default=0) + 1)
    for position, item in enumerate(menu.items):
        key = (item.id,)
        number = numbers[key] if key in numbers else next(new)
        yield {
            "category_id": categories[item.category],
            "item_no": number,
            "position": position,
        } | _item(item)


def _item(item: Item) -> dict[str, object]:
    return {
        "item_id": item.id,
        "name": item.name,
        "description": item.description,
        "aliases": item.aliases,
        "price": _money(item.price),
        "diet": item.diet,
        "allergens": item.allergens,
        "suitable_for": item.suitable_for,
        "photo_url": item.photo,
        "tax_class": item.tax_class,
        "prep_station": item.prep_station,
        "is_removed": False,
    }


def _item_periods(menu: MenuFile) -> Iterator[Row]:
    for item in menu.items:
        for period in item.meal_periods:
            yield {"item_id": item.id, "meal_period_id": period}


def _item_groups(menu: MenuFile) -> Iterator[Row]:
    for item in menu.items:
        for position, group in enumerate(item.option_groups):
            yield {"item_id": item.id, "group_id": group, "position": position}


def _item_order_types(menu: MenuFile) -> Iterator[Row]:
    for item in menu.items:
        for way in item.order_types:
            yield {"item_id": item.id, "order_type_id": ORDER_TYPES.index(way) + 1}


def _money(hundredths: int) -> str:
    return f"{'-' if hundredths < 0 else ''}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}"
