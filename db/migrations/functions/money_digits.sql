-- How many decimals the sums of a shop have: those of its currency, and no more than the two that are kept.
create or replace function app.money_digits(p_tenant uuid) returns integer
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (select least(2, app.currency_digits(t.currency)) from cold.tenants t where t.tenant_id = p_tenant);
end
$$;
