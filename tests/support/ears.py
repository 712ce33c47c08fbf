"""Connections that hear what PostgreSQL notifies, and how to cut them."""

import psycopg

# What one has said last: that it listens, or that it is still there (`Ear.check`).
CUT = """
select pg_terminate_backend(pid, 20000) from pg_stat_activity
where datname = current_database() and query ~* '^(listen .*|select)$'
"""


def cut_ears(db: psycopg.Connection) -> None:
    """Break off every connection that listens to this database; there must be one."""
    cut = db.execute(CUT).fetchall()
    assert cut
    assert all(done for (done,) in cut)
