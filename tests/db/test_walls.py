"""The walls between shops, as the catalogue has them: fences, keys, rights."""

from psycopg import Connection
from psycopg.errors import InsufficientPrivilege

from tests.support.turns import Caller, line

# Lists that are the same for every shop.
COMMON = {"cold.order_type_table", "cold.order_source_type", "cold.opcode"}
# A shop's name in a URL or on the command line is one for all shops.
KEYS_OF_ALL = {"tenants_slug_key", "bot_serves_one_shop"}

# What a login that may only serve must read to know whose version the database is of.
READ_BY_THE_BOT = {"hotcart_schema"}

UNFENCED = """
select c.oid::regclass::text from pg_class c
where c.relnamespace in ('hot'::regnamespace, 'warm'::regnamespace, 'cold'::regnamespace)
  and c.relkind in ('r', 'p', 'm', 'f', 'v')
  and not (
    c.relrowsecurity and c.relforcerowsecurity
    and exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)
    and exists (select from pg_policy p
                where p.polrelid = c.oid and p.polcmd = '*'
                  and pg_get_expr(p.polqual, c.oid) like '%app.tenant_id%'
                  and pg_get_expr(p.polwithcheck, c.oid) like '%app.tenant_id%'))
order by 1
"""
KEYS = """
select i.indrelid::regclass::text, i.indexrelid::regclass::text, a.attname
from pg_index i
join pg_class c on c.oid = i.indrelid
join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
where c.relnamespace in ('hot'::regnamespace, 'warm'::regnamespace, 'cold'::regnamespace)
  and i.indisunique
"""
REFERENCES = """
select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text
from pg_constraint c
join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
where c.contype = 'f' and c.connamespace in ('hot'::regnamespace, 'warm'::regnamespace,
                                             'cold'::regnamespace)
"""
RIGHTS = """
select c.oid::regclass::text from pg_class c
where c.relnamespace in ('hot'::regnamespace, 'warm'::regnamespace, 'cold'::regnamespace,
                         'public'::regnamespace)
  and case c.relkind
        when 'S' then has_sequence_privilege('hotcart_bot', c.oid, 'usage,select,update')
        when 'i' then false
        when 'I' then false
        else has_table_privilege('hotcart_bot', c.oid,
                                 'select,insert,update,delete,truncate,references,trigger')
             or has_any_column_privilege('hotcart_bot', c.oid, 'select,insert,update,references')
      end
"""
FORBIDDEN = [
    "select * from cold.orders",
    "select * from warm.session_events",
    "select * from warm.session_events_default",
    "select token from cold.tenant_bot",
    "update cold.menu_item set price = 0",
    "delete from hot.session_cart",
    "truncate hot.session_state",
    "copy cold.customer_identity to stdout",
    "copy (select 1) to program 'true'",
    "create table app.mine (x int)",
    "create table public.mine (x int)",
    "create schema mine",
    "create function app.mine() returns int language sql as 'select 1'",
    "drop function app.view_cart(uuid, jsonb)",
    "alter table cold.orders disable row level security",
    "set role hotcart_owner",
    "set role hotcart_api",
    "select app.evict_session(gen_random_uuid(), 's')",
    "select app.claim_cart(gen_random_uuid(), 's', now())",
    "select lo_import('/etc/hostname')",
    "select pg_read_file('PG_VERSION')",
]


def unfenced(db: Connection) -> set[str]:
    """Tables that a forgotten `where tenant_id = …` would open to another shop."""
    return {table for (table,) in db.execute(UNFENCED).fetchall()} - COMMON


def test_every_table_of_a_shop_is_fenced(db: Connection) -> None:
    assert unfenced(db) == set()


def test_the_fence_inspector_sees_a_hole(db: Connection) -> None:
    db.execute("create table cold.hole (tenant_id uuid not null)")
    db.execute("create table hot.nobodys (session_id text)")
    db.execute("create table warm.session_events_2001_01 partition of warm.session_events"
               " for values from ('2001-01-01') to ('2001-02-01')")  # fmt: skip
    db.execute("alter table cold.orders no force row level security")
    db.execute("drop policy tenant_owns on cold.payments")
    db.execute("drop policy tenant_owns on cold.turns")
    db.execute("create policy tenant_owns on cold.turns for all using (true) with check (true)")
    db.execute("create view cold.peep as select * from cold.orders")
    assert unfenced(db) == {
        "cold.hole",
        "hot.nobodys",
        "warm.session_events_2001_01",
        "cold.orders",
        "cold.payments",
        "cold.turns",
        "cold.peep",
    }


def test_only_the_directory_is_open_to_all(db: Connection) -> None:
    others = db.execute(
        """select polrelid::regclass::text, polname, polcmd from pg_policy
           where polname <> 'tenant_owns'"""
    )
    assert others.fetchall() == [("cold.tenants", "directory", "r")]


def test_every_key_begins_with_the_tenant(db: Connection) -> None:
    wrong = [
        key
        for table, key, column in db.execute(KEYS).fetchall()
        if column != "tenant_id" and table not in COMMON
    ]
    assert {key.removeprefix("cold.") for key in wrong} == KEYS_OF_ALL


def test_every_reference_to_a_shops_rows_begins_with_the_tenant(db: Connection) -> None:
    wrong = [
        (table, target)
        for table, column, target in db.execute(REFERENCES).fetchall()
        if column != "tenant_id" and target not in COMMON
    ]
    assert wrong == []


def test_the_bot_has_no_right_on_any_table_of_a_shop(db: Connection) -> None:
    assert {table for (table,) in db.execute(RIGHTS).fetchall()} == READ_BY_THE_BOT
    granted = "select privilege_type from information_schema.role_table_grants where grantee = %s"
    assert db.execute(granted, ["hotcart_bot"]).fetchall() == [("SELECT",)]


def test_the_bot_belongs_to_no_other_role(db: Connection) -> None:
    members = "select count(*) from pg_auth_members where member = 'hotcart_bot'::regrole"
    assert db.execute(members).fetchone() == (0,)


def test_tables_are_the_owners_and_functions_are_not(db: Connection) -> None:
    owners = db.execute(
        """select distinct relowner::regrole::text from pg_class where relnamespace in
             ('hot'::regnamespace, 'warm'::regnamespace, 'cold'::regnamespace)"""
    )
    assert owners.fetchall() == [("hotcart_owner",)]


def test_what_the_bot_may_not_do(db: Connection, asha: Caller) -> None:
    asha.add_to_cart([line("idly")])
    db.execute("set session authorization hotcart_bot")
    db.execute("select set_config('app.tenant_id', %s, false)", (str(asha.tenant),))
    db.execute("set row_security = off")
    allowed = [statement for statement in FORBIDDEN if not denied(db, statement)]
    assert allowed == []


def denied(db: Connection, statement: str) -> bool:
    """Whether a statement fails for want of a right."""
    try:
        db.execute(statement.encode())
    except InsufficientPrivilege:
        return True
    return False
