"""A menu is written while staff change dishes of it: neither waits for the other for ever."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import cast

import psycopg
import pytest

from db.menu.document import document
from db.menu.import_file import import_menu
from db.menu.shop import shop_menu
from tests.db.reliability.broken import FAILPOINT, Break, hold, let_go, put_in, wait_for_waiting
from tests.db.reliability.test_staff_races import NO_ORDER
from tests.support.staff import member
from tests.support.together import at_once
from tests.support.turns import Caller

STOP_BEFORE_NEWS = Break(
    "mark_unavailable",
    "    perform app.menu_changed(p_tenant);",
    f"    perform pg_advisory_xact_lock_shared({FAILPOINT});\n"
    "    perform app.menu_changed(p_tenant);",
)


@pytest.fixture
def cook(dsn: str, db: psycopg.Connection) -> Iterator[Caller]:
    """One of the staff."""
    with member(dsn, db, "cook", "manager") as caller:
        yield caller


def sell_out_while_importing(
    dsn: str, cook: Caller, db: psycopg.Connection, file: Path
) -> list[str | None]:
    """A dish is marked sold out while a menu with another price of it is written; the errors."""
    with psycopg.connect(dsn) as reader:
        menu = document(shop_menu(reader, "demo"))
    dishes = cast(list[dict[str, object]], menu["items"])
    for dish in dishes:
        dish["price"] = 4100 if dish["id"] == "idly" else dish["price"]
    file.write_text(json.dumps(menu), "utf-8")
    hold(db)

    def write() -> object:
        wait_for_waiting(db, 1)
        return import_menu(dsn, "demo", file)

    def look() -> None:
        wait_for_waiting(db, 2)
        let_go(db)

    mark = partial(cook.call, "mark_unavailable", ("idly",), None)
    answers: Sequence[object] = at_once([mark, write, look])
    return [one.sqlstate for one in answers if isinstance(one, psycopg.Error)]


def test_a_menu_is_written_before_or_after_what_staff_do(
    dsn: str, cook: Caller, db: psycopg.Connection, tmp_path: Path
) -> None:
    put_in(db, STOP_BEFORE_NEWS)
    assert sell_out_while_importing(dsn, cook, db, tmp_path / "menu.json") == []
    left = db.execute("select price, is_available from cold.menu_item where item_id = 'idly'")
    assert left.fetchone() == (41, False)


def test_they_would_wait_for_each_other_without_the_lock(
    dsn: str, cook: Caller, db: psycopg.Connection, tmp_path: Path
) -> None:
    put_in(db, NO_ORDER, STOP_BEFORE_NEWS)
    assert sell_out_while_importing(dsn, cook, db, tmp_path / "menu.json") == ["40P01"]
