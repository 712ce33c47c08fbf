"""warm_up: a conversation walked and taken back."""

import psycopg
import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation

from db.migrate import migrate
from tests.support.records import everything
from tests.support.servers import Server
from tests.support.turns import Caller


def test_leaves_nothing_behind(asha: Caller, db: Connection) -> None:
    before = everything(db)
    asha.json("warm_up")
    assert everything(db) == before


def test_walks_every_statement_of_a_turn(asha: Caller, db: Connection) -> None:
    db.execute("alter table hot.session_checkout add check (total < 0)")
    with pytest.raises(CheckViolation):
        asha.json("warm_up")


def test_nothing_to_sell_is_no_error(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false")
    before = everything(db)
    asha.json("warm_up")
    assert everything(db) == before


def test_no_shop_is_no_error(server: Server) -> None:
    with server.database("template0") as dsn:
        migrate(dsn)
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("set role hotcart_bot")
            connection.execute("select app.warm_up()")
