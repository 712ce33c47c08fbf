-- Gives back the counted pieces of an order that will not be. The caller does so once: when its status changes.
-- Writes: cold.menu_item_stock.
create or replace function app.return_stock(p_tenant uuid, p_order uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform from cold.menu_item_stock s
  where s.tenant_id = p_tenant and s.item_id in (select l.item_id from app.order_lines(p_tenant, p_order) l)
  order by s.item_id for update;
  update cold.menu_item_stock s set quantity = s.quantity + d.pieces
  from (select l.item_id, sum(l.quantity)::integer as pieces from app.order_lines(p_tenant, p_order) l group by l.item_id) d
  where s.tenant_id = p_tenant and s.item_id = d.item_id;
end
$$;
