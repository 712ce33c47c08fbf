"""What of a menu changes while the shop is open: pieces left, and what is sold out.

What a file does not mention stays as it is, and only what it changes is written, so that an import
does not undo an order or a sold-out mark of the same moment.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from psycopg import Connection

from db.menu.format import FileIngredient, FileOption, Item, MenuFile, Part

T = TypeVar("T", Item, FileOption)
Key = tuple[str, ...]

PIECES = """insert into cold.menu_item_stock (tenant_id, quantity, item_id) values (%s, %s, %s)
on conflict (tenant_id, item_id) do update set quantity = excluded.quantity"""
LOW_MARK = "update cold.menu_item_stock set low_at = %s where tenant_id = %s and item_id = %s"
NOT_COUNTED = "delete from cold.menu_item_stock where tenant_id = %s and item_id = %s"
ITEM_MARK = """update cold.menu_item set is_available = %s, unavailable_until = %s
where tenant_id = %s and item_id = %s"""
# In the order in which a checkout locks them, so that neither waits for the other.
LOCK = """select from cold.menu_item_stock where tenant_id = %s and item_id = any (%s)
order by item_id for update"""
OPTION_MARK = """update cold.option set is_available = %s, unavailable_until = %s
where tenant_id = %s and group_id = %s and option_id = %s"""


def with_state_of(old: MenuFile, new: MenuFile) -> MenuFile:
    """The new menu, with what its file does not mention as it is in the old one."""
    items = _items(old)
    options = _options(old)
    return new.model_copy(
        update={
            "items": [_item(item, items.get((item.id,))) for item in new.items],
            "option_groups": [
                group.model_copy(
                    update={
                        "options": [
                            _marked(option, options.get((group.id, option.id)))
                            for option in group.options
                        ]
                    }
                )
                for group in new.option_groups
            ],
            "ingredients": _ingredients(old, new),
        }
    )


def write_state(connection: Connection, tenant: UUID, old: MenuFile, new: MenuFile) -> None:
    """Write the pieces and sold-out marks in which `new` differs from `old`."""
    were = {key: item.stock for key, item in _items(old).items()}
    pieces = [(key, item.stock) for key, item in _items(new).items() if item.stock != were.get(key)]
    low_at = {key: item.low_at for key, item in _items(old).items()}
    lows = [
        (key, item.low_at) for key, item in _items(new).items() if item.low_at != low_at.get(key)
    ]
    if touched := [item_id for (item_id,), _ in (*pieces, *lows)]:
        connection.execute(LOCK, (tenant, touched))
    _many(connection, PIECES, [(tenant, n, *key) for key, n in pieces if n is not None])
    _many(connection, NOT_COUNTED, [(tenant, *key) for key, n in pieces if n is None])
    _many(connection, LOW_MARK, [(low, tenant, *key) for key, low in lows])
    for statement, marks in (
        (ITEM_MARK, _marks(_items(old), _items(new))),
        (OPTION_MARK, _marks(_options(old), _options(new))),
    ):
        rows = [(available, until, tenant, *key) for key, available, until in marks]
        _many(connection, statement, rows)


def _item(new: Item, old: Item | None) -> Item:
    marked = _marked(new, old)
    kept = _left_out(new, ("stock", "low_at"))
    if old is not None:
        marked = marked.model_copy(update={name: getattr(old, name) for name in kept})
    return marked if marked.stock is not None else marked.model_copy(update={"low_at": None})


def _ingredients(old: MenuFile, new: MenuFile) -> list[FileIngredient]:
    were = {one.id: one for one in old.ingredients}
    return [
        one.model_copy(
            update={
                name: getattr(were[one.id], name) for name in _left_out(one, ("stock", "low_at"))
            }
        )
        if one.id in were
        else one
        for one in new.ingredients
    ]


def _left_out(part: Part, names: Iterable[str]) -> list[str]:
    """The fields the file does not mention."""
    return [name for name in names if name not in part.model_fields_set]


def _marked(new: T, old: T | None) -> T:
    """With the mark it will have: available None is available from here on."""
    available = new.available
    until = new.unavailable_until
    if available is None and old is not None:
        available, until = old.available, old.unavailable_until
    elif available is False and old is not None and "unavailable_until" not in new.model_fields_set:
        until = old.unavailable_until
    return new.model_copy(
        update={"available": False if available is False else None, "unavailable_until": until}
    )


def _marks(
    old: Mapping[Key, T], new: Mapping[Key, T]
) -> Iterator[tuple[Key, bool, datetime | None]]:
    for key, part in new.items():
        was = old.get(key)
        before = (None, None) if was is None else (was.available, was.unavailable_until)
        if (part.available, part.unavailable_until) != before:
            yield key, part.available is None, part.unavailable_until


def _items(menu: MenuFile) -> dict[Key, Item]:
    return {(item.id,): item for item in menu.items}


def _options(menu: MenuFile) -> dict[Key, FileOption]:
    return {(group.id, o.id): o for group in menu.option_groups for o in group.options}


def _many(connection: Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement.encode(), rows)
