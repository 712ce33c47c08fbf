"""Puts the SQL functions back: every file of migrations/functions, whole, after the revisions."""

from importlib.resources import files

from psycopg import Connection, sql

from db.questions import question_functions

FOLDER = files("db") / "migrations" / "functions"


def function_files() -> dict[str, str]:
    """The text of every function by its name: those of files, and those made of questions."""
    written = {
        file.name.removesuffix(".sql"): file.read_text(encoding="utf-8")
        for file in sorted(FOLDER.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".sql")
    }
    return {**written, **question_functions()}


def put_back(connection: Connection) -> None:
    """Make the functions equal to their files, and let the bot execute the public ones.

    Public means `security definer`; the others are called by them alone. Runs in the caller's
    transaction.
    """
    connection.execute("set local role hotcart_api")
    # Dropped first: `create or replace` can change neither a parameter's name nor what is returned.
    for name, _ in connection.execute(OURS).fetchall():
        connection.execute(sql.SQL("drop function {}").format(sql.SQL(name)))
    # Twice: first unchecked, so that the order of the files does not matter; then checked.
    for check in ("off", "on"):
        connection.execute(f"set local check_function_bodies = {check}".encode())
        for text in function_files().values():
            connection.execute(text.encode())
    for name, public in connection.execute(OURS).fetchall():
        connection.execute(sql.SQL("revoke all on function {} from public").format(sql.SQL(name)))
        if public:
            connection.execute(
                sql.SQL("grant execute on function {} to hotcart_bot").format(sql.SQL(name))
            )
    # What an operator's commands call as the owner of the tables.
    connection.execute(
        "grant execute on function app.menu_changed, app.currency_digits to hotcart_owner"
    )
    connection.execute("reset role")


OURS = """
select oid::regprocedure::text, prosecdef from pg_proc
where pronamespace = 'app'::regnamespace order by 1
"""
