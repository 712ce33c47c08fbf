-- The token a shop's invoices are sent with; null where it sends none.
create or replace function app.payment_provider(p_tenant uuid) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return (select to_jsonb(t.payment_provider_token) from cold.tenants t where t.tenant_id = p_tenant);
end
$$;
