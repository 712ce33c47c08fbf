"""The wall around a table: forced row-level security by tenant."""


def fence(table: str) -> str:
    """The SQL that fences a table by tenant.

    The policy reads the tenant that a function has set for its own transaction; without one, no row
    is seen.
    """
    return f"""
    alter table {table} enable row level security;
    alter table {table} force row level security;
    create policy tenant_owns on {table}
      using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
      with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
    """
