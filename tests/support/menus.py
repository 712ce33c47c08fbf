"""Menus as load_menu gives them."""

from collections.abc import Mapping

import psycopg

from tools.kit.call import Json
from tools.menu import Menu

_ITEM: dict[str, Json] = {
    "aliases": [], "description": "", "photo_url": "", "diet": None, "allergens": [],
    "suitable_for": [], "periods": [], "groups": [], "available": True, "stock": None,
}  # fmt: skip
_OPTION: dict[str, Json] = {
    "aliases": [], "price_delta": "0.00", "price": None, "diet": None, "allergens": [],
    "suitable_for": [], "unsuitable_for": [], "countable": False, "available": True,
}  # fmt: skip
_GROUP: dict[str, Json] = {
    "min": 0, "max": None, "default": None, "negatable": False, "amounts": [],
    "generic_aliases": [], "replaces_price": False,
}  # fmt: skip


def menu_document(dsn: str, slug: str = "demo") -> Json:
    """The document of a shop's menu, read from the database."""
    with psycopg.connect(dsn) as connection:
        row = connection.execute(
            "select app.load_menu(tenant_id) from cold.tenants where slug = %s", (slug,)
        ).fetchone()
    assert row is not None
    document: Json = row[0]
    return document


def menu_of(rows: Mapping[str, Json]) -> Menu:
    """A menu written down by hand. See `document_of`."""
    return Menu.parse(document_of(rows))


def document_of(rows: Mapping[str, Json]) -> dict[str, Json]:
    """The document of a menu whose `items` are rows, as are its `groups` and their `options`.

    What a row leaves out is as for a dish, an option or a group that has nothing special.
    """
    groups = _objects(rows.get("groups", []))
    options = [
        {**_OPTION, **option, "group": group["id"]}
        for group in groups
        for option in _objects(group["options"])
    ]
    return {
        "menu_version": 1,
        "currency": "INR",
        "periods": [],
        "categories": [],
        **rows,
        "items": columns_of([{**_ITEM, **item} for item in _objects(rows["items"])]),
        "groups": [_without_options({**_GROUP, **group}) for group in groups],
        "options": columns_of(options),
    }


def items_of(document: Mapping[str, Json], kind: str = "items") -> list[dict[str, Json]]:
    """The dishes of a document, or its options, as rows."""
    columns = document[kind]
    assert isinstance(columns, dict)
    lists = [column for column in columns.values() if isinstance(column, list)]
    return [dict(zip(columns, row, strict=True)) for row in zip(*lists, strict=True)]


def columns_of(rows: list[dict[str, Json]]) -> dict[str, Json]:
    """Rows that have the same fields, as a list for each field."""
    return {field: [row[field] for row in rows] for field in rows[0]} if rows else {}


def _without_options(group: dict[str, Json]) -> Json:
    return {field: value for field, value in group.items() if field != "options"}


def _objects(rows: Json) -> list[dict[str, Json]]:
    assert isinstance(rows, list)
    return [row for row in rows if isinstance(row, dict)]
