-- Another quantity for a line of a locked order that its customer may change, once he has been told what it comes to:
-- {"line_no", "item_name", "was", "quantity", "total_was", "total", "quote", "made": whether it is so now}.
-- Writes: as adjust_order. Raises: OC004; OC066, OC067 nothing, or too little, would be left; as refuse_item, where it
-- becomes more.
create or replace function app.put_order_quantity(
  p_order cold.orders, p_line_no integer, p_quantity integer, p_total numeric, p_at timestamptz
) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_line record;
  v_quote jsonb;
  v_total_was numeric := app.order_total(p_order);
  v_made boolean;
begin
  select * into strict v_line from app.order_lines(p_order.tenant_id, p_order.order_id) l where l.line_no = p_line_no;
  if p_quantity <> 0 then
    perform app.check_quantity(p_quantity);
  elsif not exists (
    select from app.order_lines(p_order.tenant_id, p_order.order_id) l where l.line_no <> p_line_no) then
    raise exception 'nothing would be left of order %', p_order.order_id
      using errcode = 'OC066', detail = jsonb_build_object(
        'number', p_order.order_no::text, 'order', replace(p_order.order_id::text, '-', ''));
  end if;
  if p_quantity > v_line.quantity then
    -- What is left must be read by a later statement than the one that waits for it.
    perform app.lock_items(p_order.tenant_id, array[v_line.item_id]);
    perform app.refuse_item(v_line.item_id, app.item_refusals(
      p_order.tenant_id, array[v_line.item_id], array[p_quantity - v_line.quantity],
      greatest(p_at, p_order.pickup_at), (
        select y.order_type_name from cold.order_type_table y where y.order_type_id = p_order.order_type_id), null)
      -> v_line.item_id);
  end if;
  v_quote := app.order_quote(p_order, p_line_no, p_quantity);
  if p_quantity < v_line.quantity and (v_quote ->> 'subtotal')::numeric < app.least_order(p_order) then
    raise exception 'too little would be left of order %', p_order.order_id
      using errcode = 'OC067', detail = jsonb_build_object(
        'number', p_order.order_no::text, 'least', app.least_order(p_order)::text,
        'order', replace(p_order.order_id::text, '-', ''));
  end if;
  v_made := p_quantity = v_line.quantity or coalesce(p_total = (v_quote ->> 'total')::numeric, false);
  if v_made and p_quantity <> v_line.quantity then
    perform app.adjust_order(p_order, p_line_no, p_quantity, v_quote, 'customer', 'another quantity', p_at);
  end if;
  return jsonb_build_object(
    'line_no', p_line_no, 'item_name', v_line.item_name, 'was', v_line.quantity, 'quantity', p_quantity,
    'total_was', v_total_was::text, 'total', case p_quantity when v_line.quantity then v_total_was::text
                                                             else v_quote ->> 'total' end,
    'made', v_made, 'quote', v_quote);
end
$$;
