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


@pytest.mark.parametrize(
    "forbidden",
    [
        "alter table hot.session_checkout add check (total < 0)",
        "alter table hot.session_state add check (dietary = '{}')",
    ],
    ids=["checkout", "dietary rules"],
)
def test_walks_every_statement_of_a_turn(asha: Caller, db: Connection, forbidden: str) -> None:
    db.execute(forbidden.encode())
    with pytest.raises(CheckViolation):
        asha.json("warm_up")


def test_nothing_to_sell_is_no_error(asha: Caller, db: Connection) -> None:
    db.execute("update cold.menu_item set is_available = false")
    before = everything(db)
    asha.json("warm_up")
    assert everything(db) == before


def test_a_closed_shop_is_given_up_soon(db: Connection) -> None:
    db.execute("insert into cold.special_day select tenant_id, current_date + n, null, null"
               " from cold.tenants, generate_series(-1, 1) n")  # fmt: skip
    db.execute("set track_functions = 'pl'")
    with db.transaction():
        db.execute("select app.warm_up()")
        judged = db.execute(
            "select calls from pg_stat_xact_user_functions where funcname = 'item_availability'"
        ).fetchone()
    assert judged == (10,)


def test_no_shop_is_no_error(server: Server) -> None:
    with server.database("template0") as dsn:
        migrate(dsn)
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("set role hotcart_bot")
            connection.execute("select app.warm_up()")
