-- Gives back the counted pieces and the ingredients of an order that will not be. The caller does so once: when its status
-- changes. Writes: as take_stock and take_ingredients.
create or replace function app.return_stock(p_tenant uuid, p_order uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_lines integer[];
  v_items text[];
  v_given integer[];
begin
  select coalesce(array_agg(l.line_no), '{}'), array_agg(l.item_id), array_agg(-l.quantity) into v_lines, v_items, v_given
  from app.order_lines(p_tenant, p_order) l;
  perform app.lock_items(p_tenant, v_items);
  perform app.take_stock(p_tenant, v_items, v_given);
  perform app.take_ingredients(p_tenant, p_order, v_lines, v_given);
end
$$;
