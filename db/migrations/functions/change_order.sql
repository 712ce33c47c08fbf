-- Gives a line of a placed order of the customer another quantity, 0 to take it out: p_order, or numbered p_order_no, else
-- the only one he may still change. p_line: {"line_no"} or {"item_ids"} of the dishes meant; null, or no quantity: it is only looked at.
-- p_total is what the customer was told it comes to then: unless it is that, nothing is changed and "change" of the view says
-- what it would come to. "orders" are those he may mean, "ask_lines" the lines.
-- Writes: as adjust_order. Raises: OC018, OC062, OC063, OC065 not in it, OC066 nothing would be left, OC067 too little
-- would be left, OC004, OC017, and as refuse_item.
create or replace function app.change_order(
  p_tenant uuid, p_turn jsonb, p_order_no bigint, p_order uuid, p_line jsonb, p_quantity integer, p_total numeric
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_meant cold.orders[] := array(select o from app.own_orders(v_turn, p_order_no, p_order) o);
  v_open cold.orders[] := array(
    select o from unnest(v_meant) o where app.may_cancel(o) order by o.created_at desc, o.order_no desc);
  v_order cold.orders;
  v_lines integer[];
  v_more jsonb := jsonb '{}';
begin
  if v_open = '{}' and v_meant <> '{}' then
    perform app.require_move(v_meant[1], null, 'customer');
  elsif cardinality(v_open) = 1 and p_line is not null and p_quantity is not null then
    v_order := app.lock_order(p_tenant, v_open[1].order_id);
    perform app.require_move(v_order, null, 'customer');
    v_lines := array(
      select l.line_no from app.order_lines(p_tenant, v_order.order_id) l
      where l.line_no = (p_line ->> 'line_no')::integer or p_line -> 'item_ids' ? l.item_id order by l.line_no);
    if v_lines = '{}' then
      raise exception 'order % has no such line', v_order.order_id
        using errcode = 'OC065', detail = jsonb_build_object('number', v_order.order_no::text);
    elsif cardinality(v_lines) > 1 then
      v_more := jsonb_build_object('ask_lines', v_lines);
    else
      v_more := jsonb_build_object('change', app.put_order_quantity(v_order, v_lines[1], p_quantity, p_total, v_turn.at));
    end if;
  end if;
  return app.session_view(v_turn, v_more || jsonb_build_object('orders', (
    select coalesce(jsonb_agg(app.own_order_view(p_tenant, m.order_id)), '[]') from unnest(v_open) m)));
end
$$;
