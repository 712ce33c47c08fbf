"""Walks alembic's revisions, in one transaction that the caller shares."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import psycopg
from psycopg import Connection

if TYPE_CHECKING:
    from alembic.config import Config


@dataclass(frozen=True, slots=True)
class Walk:
    """An open transaction on `connection`, and the steps that can be taken in it."""

    connection: Connection
    config: "Config"

    def up(self, revision: str) -> None:
        """Upgrade to a revision: "head", "+1" or a number."""
        from alembic import command

        command.upgrade(self.config, revision)

    def down(self, revision: str) -> None:
        """Downgrade to a revision: "base", "-1" or a number."""
        from alembic import command

        command.downgrade(self.config, revision)


@contextmanager
def revisions(dsn: str) -> Iterator[Walk]:
    """Open the transaction; commit when the block ends well, roll back when it raises.

    alembic and SQLAlchemy take a second to import, so only those who migrate pay for them.
    """
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(dsn), poolclass=NullPool
    )
    with as_file(files("db") / "migrations") as folder, engine.begin() as connection:
        driver = connection.connection.driver_connection
        if not isinstance(driver, Connection):
            raise TypeError("hotcart migrates with psycopg only")
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        yield Walk(driver, config)
