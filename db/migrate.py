"""Brings a database to head: revisions, then functions, then partitions."""

import hashlib
from importlib.resources import files

import psycopg
from psycopg import Connection, errors

from db.functions import function_files, put_back
from db.partitions import ensure_partitions
from db.revisions import revisions

# Any number will do, as long as every hotcart takes the same one.
MIGRATION_LOCK = 4_206_942_069


class MigrationError(RuntimeError):
    """The database cannot be brought to head; the text says why and what to do."""


def fingerprint() -> str:
    """A hash of every revision and function file: equal fingerprints mean the same schema."""
    digest = hashlib.sha256()
    versions = files("db") / "migrations" / "versions"
    texts = {
        file.name: file.read_text("utf-8")
        for file in versions.iterdir()
        if file.name.endswith(".py")
    }
    for name, text in sorted({**texts, **function_files()}.items()):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()


def is_at_head(connection: Connection) -> bool:
    """Whether the database was last migrated from the very same files."""
    if connection.execute("select to_regclass('public.hotcart_schema')").fetchone() == (None,):
        return False
    return connection.execute("select fingerprint from public.hotcart_schema").fetchone() == (
        fingerprint(),
    )


def migrate(dsn: str) -> bool:
    """Bring the database to head and tell whether there was anything to do.

    Several processes may do so at once. Raises MigrationError for a server that is too old and a
    login that may not.
    """
    with psycopg.connect(dsn) as connection:
        check_server(connection)
        if is_at_head(connection):
            ensure_partitions(connection)
            return False
    try:
        return _walk(dsn)
    except errors.InsufficientPrivilege as error:
        raise MigrationError(
            f"this login may not migrate ({str(error).splitlines()[0]}); it needs CREATEROLE and to"
            " own the database and, where hotcart's roles are there already, ADMIN on them: let a"
            " superuser migrate, or grant hotcart_owner, hotcart_api, hotcart_bot and"
            " hotcart_analyst to it"
        ) from error


def _walk(dsn: str) -> bool:
    with revisions(dsn) as walk:
        walk.connection.execute("select pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
        if is_at_head(walk.connection):
            return False
        walk.up("head")
        put_back(walk.connection)
        ensure_partitions(walk.connection)
        walk.connection.execute(
            "create table if not exists public.hotcart_schema (fingerprint text not null)"
        )
        # The service compares it before it serves, with a login that has no other right.
        walk.connection.execute("grant select on public.hotcart_schema to hotcart_bot")
        walk.connection.execute("delete from public.hotcart_schema")
        walk.connection.execute("insert into public.hotcart_schema values (%s)", (fingerprint(),))
    return True


def check_server(connection: Connection) -> None:
    """Refuse a server that is too old. Raises MigrationError."""
    if connection.info.server_version < 150000:
        raise MigrationError(
            f"PostgreSQL {connection.info.server_version // 10000} is too old;"
            " hotcart needs 15 or newer"
        )
