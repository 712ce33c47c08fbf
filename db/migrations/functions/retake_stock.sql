-- Takes again what return_stock gave back of a locked order, if it can still be had; that the shop or the meal is over by now
-- does not matter to an order that had been taken. Writes: as take_stock and take_ingredients. Raises: OC089 it cannot.
create or replace function app.retake_stock(p_order cold.orders, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_lines integer[];
  v_items text[];
  v_pieces integer[];
  v_gone text;
begin
  select coalesce(array_agg(l.line_no), '{}'), array_agg(l.item_id), array_agg(l.quantity) into v_lines, v_items, v_pieces
  from app.order_lines(p_order.tenant_id, p_order.order_id) l;
  perform app.lock_items(p_order.tenant_id, v_items);
  -- By a later statement than the one that has waited.
  select string_agg(distinct f ->> 'item', ', ') into v_gone
  from jsonb_each(app.item_refusals(p_order.tenant_id, v_items, v_pieces, p_at, null, null, true)) r,
    jsonb_array_elements(r.value) f
  where f ->> 'reason' not in ('closed', 'order_type', 'not_served', 'unknown');
  if v_gone is not null then
    raise exception 'order %: % cannot be had any more', p_order.order_id, v_gone
      using errcode = 'OC089', detail = jsonb_build_object(
        'why', 'dishes', 'number', p_order.order_no::text, 'items', v_gone);
  end if;
  perform app.take_stock(p_order.tenant_id, v_items, v_pieces);
  perform app.take_ingredients(p_order.tenant_id, p_order.order_id, v_lines, v_pieces);
end
$$;
