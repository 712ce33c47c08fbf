-- Puts the lines of the customer's last order, or of his order p_order_no, into the cart again at the prices of today.
-- What cannot be had as it was is left out or altered and told in the view's differences: with a line_no where the line is
-- in the cart. What goes against his rules is left out and told in its conflicts, by its place in `orders`, the order
-- meant: what he once accepted he accepts anew or not at all.
-- Writes: item_added events. Raises: OC018 no such order of his; OC004, OC017.
create or replace function app.reorder(p_tenant uuid, p_turn jsonb, p_order_no bigint) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_order jsonb := (
    select app.order_view(p_tenant, o.order_id) from cold.orders o
    where o.tenant_id = p_tenant and o.customer_id = v_turn.customer_id
      and (p_order_no is null or o.order_no = p_order_no)
    order by o.created_at desc, o.order_no desc limit 1);
  v_line record;
  v_done jsonb;
  v_changed jsonb := jsonb '[]';
  v_conflicts jsonb := jsonb '[]';
  v_differences jsonb := jsonb '[]';
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  elsif v_order is null then
    raise exception 'no order % of customer %', p_order_no, v_turn.customer_id using errcode = 'OC018';
  end if;
  for v_line in
    select l.ordinality - 1 as index, l.value as ordered from jsonb_array_elements(v_order -> 'lines') with ordinality l
  loop
    v_done := app.reorder_line(v_turn, v_line.index, v_line.ordered);
    v_changed := v_changed || coalesce(v_done -> 'changed', '[]');
    v_conflicts := v_conflicts || coalesce(v_done -> 'conflict', '[]');
    v_differences := v_differences || coalesce(v_done -> 'differences', '[]');
  end loop;
  return app.session_view(v_turn, jsonb_build_object(
    'changed', v_changed, 'conflicts', v_conflicts, 'differences', v_differences, 'orders', jsonb_build_array(v_order)));
end
$$;
