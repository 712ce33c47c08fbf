"""Temperature is a schema: hot may be lost, everything else may not."""

from psycopg import Connection

PERSISTENCE = """
select n.nspname, c.relname, c.relpersistence
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
  and c.relkind in ('r', 'p', 'i', 'I', 'S', 'm')
"""
REFERENCES = """
select c.conrelid::regclass::text, c.confrelid::regclass::text
from pg_constraint c
join pg_class target on target.oid = c.confrelid
where c.contype = 'f' and target.relpersistence = 'u'
"""
IDENTITIES = """
select c.oid::regclass::text, a.attname
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relnamespace = 'hot'::regnamespace and c.relkind in ('r', 'p')
  and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~ 'nextval')
"""


def test_hot_is_unlogged_and_nothing_else_is(db: Connection) -> None:
    found = db.execute(PERSISTENCE).fetchall()
    assert {schema for schema, _, _ in found} == {"hot", "warm", "cold", "public"}
    wrong = [
        f"{schema}.{name}"
        for schema, name, persistence in found
        if (persistence == "u") != (schema == "hot")
    ]
    assert wrong == []


def test_nothing_refers_to_what_may_be_lost(db: Connection) -> None:
    assert db.execute(REFERENCES).fetchall() == []


def test_hot_tables_count_nothing_of_their_own(db: Connection) -> None:
    assert db.execute(IDENTITIES).fetchall() == []


def test_hot_tables_are_plain(db: Connection) -> None:
    kinds = db.execute(
        "select relname, relkind from pg_class where relnamespace = 'hot'::regnamespace"
    )
    others = [name for name, kind in kinds.fetchall() if kind not in ("r", "i")]
    assert others == []
