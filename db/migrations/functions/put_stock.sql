-- Makes the pieces of a dish p_quantity; null: they are no longer counted. The caller has locked it.
-- Writes: cold.menu_item_stock; as alert_stock.
create or replace function app.put_stock(p_tenant uuid, p_item text, p_quantity integer) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_was integer;
begin
  if p_quantity is null then
    delete from cold.menu_item_stock s where s.tenant_id = p_tenant and s.item_id = p_item;
    return;
  end if;
  select s.quantity into v_was from cold.menu_item_stock s where s.tenant_id = p_tenant and s.item_id = p_item;
  insert into cold.menu_item_stock as s (tenant_id, item_id, quantity) values (p_tenant, p_item, p_quantity)
  on conflict (tenant_id, item_id) do update set quantity = excluded.quantity;
  perform app.alert_stock(p_tenant, i.name, null, v_was, p_quantity, s.low_at)
  from cold.menu_item_stock s join cold.menu_item i on i.tenant_id = s.tenant_id and i.item_id = s.item_id
  where s.tenant_id = p_tenant and s.item_id = p_item and p_quantity < v_was;
end
$$;
