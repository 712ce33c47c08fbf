-- What every shop has spent on models on its day of today: {tenant_id: as spent_tokens tells}. Read when a process starts.
create or replace function app.list_budgets() returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_object_agg(t.tenant_id, app.spent_tokens(t.tenant_id, app.now())), '{}')
    from cold.tenants t);
end
$$;
