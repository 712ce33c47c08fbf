-- Makes the pieces of a dish p_quantity; null: they are no longer counted. Writes: cold.menu_item_stock.
create or replace function app.put_stock(p_tenant uuid, p_item text, p_quantity integer) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_quantity is null then
    delete from cold.menu_item_stock s where s.tenant_id = p_tenant and s.item_id = p_item;
  else
    insert into cold.menu_item_stock as s (tenant_id, item_id, quantity) values (p_tenant, p_item, p_quantity)
    on conflict (tenant_id, item_id) do update set quantity = excluded.quantity;
  end if;
end
$$;
