-- Gives the dead notices of a shop another chance, as if they had never been tried, and wakes the dispatcher.
-- Returns how many. Writes: cold.outbox.
create or replace function app.revive_notices(p_tenant uuid) returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_revived integer;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  update cold.outbox o set status = 'new', attempts = 0, unsure = false, error = null, next_at = app.now()
  where o.tenant_id = p_tenant and o.status = 'dead';
  get diagnostics v_revived = row_count;
  perform pg_notify('hotcart_outbox', p_tenant::text);
  return v_revived;
end
$$;
