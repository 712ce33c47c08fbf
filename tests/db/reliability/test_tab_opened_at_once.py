"""Two open an empty table in the same moment: they come to one tab."""

from functools import partial
from threading import Thread
from uuid import UUID

import psycopg

from db.embedded.locks import wait_until
from tests.db.reliability.broken import Break, put_in, waiting
from tests.support.together import at_once, must

OPENINGS = 1000
OPEN = """
select (app.open_tab(row(t.tenant_id, 's', null, 'c', now(), false, null)::app.turn, %s, %s)).tab_id
from cold.tenants t
"""
# How others do it: look whether there is one, else make one.
LOOK_FIRST = Break(
    "open_tab",
    """    values (p_turn.tenant_id, p_table, p_actor, p_turn.at)
    on conflict do nothing
""",
    """    select p_turn.tenant_id, p_table, p_actor, p_turn.at
    where not exists (
      select from cold.tab t
      where t.tenant_id = p_turn.tenant_id and t.table_no = p_table and t.closed_at is null)
""",
)


def opener(connection: psycopg.Connection, table: str) -> UUID:
    row = connection.execute(OPEN, [table, "somebody"]).fetchone()
    assert row is not None
    found: UUID = row[0]
    return found


def open_overlapping(dsn: str, db: psycopg.Connection) -> set[UUID]:
    """The tabs two have opened at one table, the second before the first has committed."""
    found: list[UUID] = []
    with psycopg.connect(dsn) as first, psycopg.connect(dsn, autocommit=True) as second:
        found.append(opener(first, "9"))
        thread = Thread(target=lambda: found.append(opener(second, "9")))
        thread.start()
        wait_until(lambda: len(found) == 2 or waiting(db, 1), 10)
        first.commit()
        thread.join()
    return {*found}


def test_whoever_comes_second_comes_to_the_same(dsn: str, db: psycopg.Connection) -> None:
    assert len(open_overlapping(dsn, db)) == 1


def test_he_would_not_where_one_looks_first(dsn: str, db: psycopg.Connection) -> None:
    db.execute("drop index cold.tab_open")
    put_in(db, LOOK_FIRST)
    assert len(open_overlapping(dsn, db)) == 2


def test_two_open_an_empty_table_a_thousand_times(dsn: str, db: psycopg.Connection) -> None:
    with (
        psycopg.connect(dsn, autocommit=True) as one,
        psycopg.connect(dsn, autocommit=True) as two,
    ):
        for number in range(OPENINGS):
            tabs = must(at_once([partial(opener, each, str(number)) for each in (one, two)]))
            assert len({*tabs}) == 1
    assert db.execute("select count(*) from cold.tab").fetchone() == (OPENINGS,)
