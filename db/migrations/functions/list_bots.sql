-- Every shop's Telegram bots with their tokens: what `serve` connects as.
create or replace function app.list_bots() returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tenant uuid;
  v_bots jsonb := jsonb '[]';
begin
  for v_tenant in select t.tenant_id from cold.tenants t order by t.slug loop
    perform set_config('app.tenant_id', v_tenant::text, true);
    v_bots := v_bots || (
      select coalesce(jsonb_agg(jsonb_build_object('tenant_id', b.tenant_id, 'token', b.token) order by b.bot_id), '[]')
      from cold.tenant_bot b where b.tenant_id = v_tenant);
  end loop;
  return v_bots;
end
$$;
