"""What of a menu changes while the shop is open: pieces left, and what is sold out.

What a file does not mention stays as it is, and only what it changes is written, so that an import
does not undo an order or a sold-out mark of the same moment.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from psycopg import Connection

from db.menu.format import FileOption, Item, MenuFile

T = TypeVar("T", Item, FileOption)
Key = tuple[str, ...]

PIECES = """insert into cold.menu_item_stock (tenant_id, quantity, item_id) values (%s, %s, %s)
on conflict (tenant_id, item_id) do update set quantity = excluded.quantity"""
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
        }
    )


def write_state(connection: Connection, tenant: UUID, old: MenuFile, new: MenuFile) -> None:
    """Write the pieces and sold-out marks in which `new` differs from `old`."""
    were = {key: item.stock for key, item in _items(old).items()}
    pieces = [(key, item.stock) for key, item in _items(new).items() if item.stock != were.get(key)]
    if pieces:
        connection.execute(LOCK, (tenant, [item_id for (item_id,), _ in pieces]))
    _many(connection, PIECES, [(tenant, n, *key) for key, n in pieces if n is not None])
    _many(connection, NOT_COUNTED, [(tenant, *key) for key, n in pieces if n is None])
    for statement, marks in (
        (ITEM_MARK, _marks(_items(old), _items(new))),
        (OPTION_MARK, _marks(_options(old), _options(new))),
    ):
        rows = [(available, until, tenant, *key) for key, available, until in marks]
        _many(connection, statement, rows)


def _item(new: Item, old: Item | None) -> Item:
    marked = _marked(new, old)
    if old is None or "stock" in new.model_fields_set:
        return marked
    return marked.model_copy(update={"stock": old.stock})


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
