-- The order types an item can be had for where it is sold; p_item null: those the shop offers.
create or replace function app.order_types(p_tenant uuid, p_item text) returns text[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array(
    select y.order_type_name from cold.tenant_order_type x
    join cold.order_type_table y using (order_type_id)
    left join cold.menu_item_order_type i
      on i.tenant_id = x.tenant_id and i.item_id = p_item and i.order_type_id = x.order_type_id
    where x.tenant_id = p_tenant
      and (i.item_id is not null or not exists (
        select from cold.menu_item_order_type n where n.tenant_id = p_tenant and n.item_id = p_item))
    order by y.order_type_id);
end
$$;
