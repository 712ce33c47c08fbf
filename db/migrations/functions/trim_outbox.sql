-- Deletes the notices of every shop that are over 30 days old, sent or not: nobody waits for one of last month any more.
-- Returns how many. Writes: cold.outbox.
create or replace function app.trim_outbox() returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tenant uuid;
  v_deleted integer;
  v_all integer := 0;
begin
  for v_tenant in select t.tenant_id from cold.tenants t loop
    perform set_config('app.tenant_id', v_tenant::text, true);
    delete from cold.outbox o where o.tenant_id = v_tenant and o.created_at < app.now() - interval '30 days';
    get diagnostics v_deleted = row_count;
    v_all := v_all + v_deleted;
  end loop;
  return v_all;
end
$$;
