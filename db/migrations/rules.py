"""What every table of a tenant gets."""

from db.fence import fence
from db.migrations.run_sql import run_sql


def tenant_table(table: str, *, api: str) -> None:
    """Fence a table, and grant the functions' owner the rights in `api`, if it has any."""
    run_sql(fence(table))
    if api:
        run_sql(f"grant {api} on {table} to hotcart_api")
