-- lock_items for all dishes of these orders, which the caller has locked.
create or replace function app.lock_order_stock(p_tenant uuid, p_orders uuid[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.lock_items(p_tenant, array(
    select distinct i.menu_item_id from cold.order_item i where i.tenant_id = p_tenant and i.order_id = any (p_orders)));
end
$$;
