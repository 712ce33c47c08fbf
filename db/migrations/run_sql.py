"""The one way a revision runs SQL text."""

from alembic import op
from psycopg import Connection


def run_sql(text: str, *, role: str | None = "hotcart_owner") -> None:
    """Run several statements as they stand, as `role` (None: as the migrating user).

    SQLAlchemy would read `:name` and `%` as parameters, so psycopg is spoken to directly.
    """
    driver = op.get_bind().connection.driver_connection
    if not isinstance(driver, Connection):
        raise TypeError("hotcart migrates with psycopg only")
    if role is not None:
        driver.execute(f"set local role {role}".encode())
    driver.execute(text.encode())
    driver.execute("reset role")
