"""The door to PostgreSQL: the only package that knows asyncpg.

One call, one statement, no open transaction.
"""

from bot.pg.ear import Ear
from bot.pg.postgres import Postgres
from bot.pg.trouble import DatabaseDown, UnsafeServer

__all__ = ["DatabaseDown", "Ear", "Postgres", "UnsafeServer"]
