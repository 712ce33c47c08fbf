"""The functions of schema app: one file each, known rights, known refusals."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg import Connection

import tools
from db.functions import function_files
from tools.kit.sqlstates import by_sqlstate

FILES = function_files()
VERSIONS = Path(__file__).parents[2] / "db" / "migrations" / "versions"
# What is not asked on behalf of a shop.
WITHOUT_TENANT = {
    "due_notices",
    "list_bots",
    "list_budgets",
    "list_tenants",
    "sweep_idle_sessions",
    "trim_outbox",
    "trim_people",
    "warm_up",
}
WRITERS_OF_HOT = {
    "apply_event",
    "apply_line",
    "apply_snapshot",
    "apply_step",
    "claim_cart",
    "evict_session",
    "replay",
}
PROCS = """
select p.proname, p.prosecdef, r.rolname, has_function_privilege('hotcart_bot', p.oid, 'execute'),
       coalesce(p.proargnames[1], ''), coalesce(p.proconfig, '{}')
from pg_proc p join pg_roles r on r.oid = p.proowner
where p.pronamespace = 'app'::regnamespace
"""
OPEN_TO_ALL = """
select p.oid::regprocedure::text from pg_proc p
where p.pronamespace in ('app'::regnamespace, 'hot'::regnamespace, 'warm'::regnamespace,
                         'cold'::regnamespace)
  and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
              where a.grantee = 0)
"""
WRITING = re.compile(r"(?:insert into|update|delete from)\s+(hot|warm|cold)\.(\w+)")
COMMENT_OR_TEXT = re.compile(r"--[^\n]*|'[^']*'")


def test_functions_are_the_files(db: Connection) -> None:
    names = [row[0] for row in db.execute(PROCS).fetchall()]
    assert sorted(names) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_the_usual_form(name: str) -> None:
    text = FILES[name]
    assert re.findall(r"create or replace function app\.(\w+)\(", text) == [name]
    assert text.startswith("-- ")
    assert re.search(r"^  set search_path = pg_catalog, (app, )?pg_temp$", text, re.MULTILINE)
    code = COMMENT_OR_TEXT.sub("''", text)
    assert code == code.lower()
    assert len(text.splitlines()) <= 120


def test_search_paths_are_pinned(db: Connection) -> None:
    for name, _, _, _, _, config in db.execute(PROCS).fetchall():
        paths = [setting for setting in config if setting.startswith("search_path=")]
        assert [path.endswith(", pg_temp") for path in paths] == [True], name


def test_the_bot_may_execute_the_definers_and_no_other(db: Connection) -> None:
    for name, definer, owner, executable, _, _ in db.execute(PROCS).fetchall():
        assert (owner, executable) == ("hotcart_api", definer), name


def test_nobody_else_may_execute_anything(db: Connection) -> None:
    assert db.execute(OPEN_TO_ALL).fetchall() == []


def test_what_the_bot_calls_takes_the_tenant_first(db: Connection) -> None:
    for name, definer, _, _, first, _ in db.execute(PROCS).fetchall():
        if definer:
            assert (first == "p_tenant") is (name not in WITHOUT_TENANT), name


def test_the_functions_owner_is_nobody(db: Connection) -> None:
    roles = db.execute(
        """select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb
           from pg_roles where rolname = any('{hotcart_api,hotcart_bot,hotcart_owner}')"""
    ).fetchall()
    assert roles == [(False,) * 5] * 3
    owned = "select count(*) from pg_class where relowner = 'hotcart_api'::regrole"
    assert db.execute(owned).fetchone() == (0,)


def codes(text: str) -> Iterator[str]:
    """The SQLSTATEs a header names; "OC004 to OC007" names four."""
    for first, final in re.findall(r"(OC\d{3})(?: to (OC\d{3}))?", text):
        for number in range(int(first[2:]), int((final or first)[2:]) + 1):
            yield f"OC{number:03}"


def raised(text: str) -> set[str]:
    """The SQLSTATEs that a function raises itself."""
    return set(re.findall(r"(?:errcode =|then|else) '(OC\d{3})'", text))


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal() -> None:
    everywhere = set().union(*map(raised, FILES.values()))
    assert everywhere - {"OC000"} == set(by_sqlstate())


def test_the_inner_signal_never_leaves_its_function() -> None:
    assert [name for name, text in FILES.items() if "OC000" in text] == ["warm_up"]
    assert "if sqlstate not like 'OC%' then\n      raise;" in FILES["warm_up"]


@pytest.mark.parametrize("name", [name for name in FILES if raised(FILES[name]) - {"OC000"}])
def test_a_header_names_what_the_function_raises(name: str) -> None:
    header = "".join(line for line in FILES[name].splitlines() if line.startswith("-- "))
    assert raised(FILES[name]) <= set(codes(header.partition("Raises:")[2]))


@pytest.mark.parametrize("name", FILES)
def test_a_header_names_what_the_function_writes(name: str) -> None:
    header = " ".join(line[3:] for line in FILES[name].splitlines() if line.startswith("-- "))
    named = header.partition("Writes:")[2]
    for schema, table in WRITING.findall(COMMENT_OR_TEXT.sub("''", FILES[name])):
        assert table in named or (schema == "hot" and "hot rows" in named), table


def test_revisions_depend_on_no_function() -> None:
    for revision in VERSIONS.glob("[0-9]*.py"):
        named = re.findall(r"app\.(\w+)", revision.read_text("utf-8"))
        assert set(named) & set(FILES) == set(), revision.name


def test_hot_rows_have_known_writers() -> None:
    writing = re.compile(r"(insert into|update|delete from|truncate|merge into)\s+hot\.")
    assert {name for name, text in FILES.items() if writing.search(text)} == WRITERS_OF_HOT


def test_what_tools_call_is_there() -> None:
    called: set[str] = set()
    for file in Path(tools.__path__[0]).rglob("*.py"):
        called |= set(re.findall(r"\.call\(\s*\"(\w+)\"", file.read_text("utf-8")))
    assert called
    assert [name for name in called if "security definer" not in FILES.get(name, "")] == []
