-- Gives a line of a locked round another quantity. The caller has judged that it may be changed.
-- Writes: as adjust_order. Raises: as refuse_item, where it becomes more than can be had.
create or replace function app.put_round_quantity(
  p_order cold.orders, p_line_no integer, p_quantity integer, p_actor text, p_reason text, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_was record;
begin
  select * into strict v_was from app.order_lines(p_order.tenant_id, p_order.order_id, true) l where l.line_no = p_line_no;
  if p_quantity > v_was.quantity then
    perform app.lock_items(p_order.tenant_id, array[v_was.item_id]);
    perform app.refuse_item(v_was.item_id, app.item_refusals(
      p_order.tenant_id, array[v_was.item_id], array[p_quantity - v_was.quantity], p_at, null, null) -> v_was.item_id);
  end if;
  perform app.adjust_order(
    p_order, p_line_no, p_quantity, app.order_quote(p_order, p_line_no, p_quantity), p_actor, p_reason, p_at);
end
$$;
