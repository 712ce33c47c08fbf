"""Alembic's door: runs the revisions on the SQLAlchemy connection that db.migrate hands over."""

from alembic import context
from sqlalchemy import Connection

connection = context.config.attributes["connection"]
if not isinstance(connection, Connection):
    raise TypeError("run migrations with `hotcart migrate`")
context.configure(connection=connection, target_metadata=None, transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
