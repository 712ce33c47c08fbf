-- Whether a shop offers an order type; null, not said yet, is as good as any.
create or replace function app.offers_order_type(p_tenant uuid, p_order_type text) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return p_order_type is null or exists (
    select from cold.tenant_order_type x
    join cold.order_type_table y using (order_type_id)
    where x.tenant_id = p_tenant and y.order_type_name = p_order_type);
end
$$;
