-- Hands out the receipt of the shop's latest order of a number, or that of a day (p_day), as receipt_view.
-- For the operator: whoever calls it has checked who asks. Writes: as print_receipt. Raises: OC018, OC068.
create or replace function app.copy_receipt(p_tenant uuid, p_order_no bigint, p_day date) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order uuid;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  select o.order_id into v_order from cold.orders o
  where o.tenant_id = p_tenant and o.order_no = p_order_no and (p_day is null or o.order_day = p_day)
  order by o.order_day desc limit 1;
  return app.print_receipt(app.lock_order(p_tenant, v_order), true, app.now());
end
$$;
