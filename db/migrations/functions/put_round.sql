-- Gives a locked round what round_value says it had: one that was not there is cancelled, and its tab is as open as before; a
-- line of it has as many pieces again, and its tenders stand as they did.
-- Writes: as move_order, put_round_quantity and put_tenders. Raises: OC089 it is over, or comes to something else by now; and
-- as put_round_quantity and retake_coupon.
create or replace function app.put_round(p_turn app.turn, p_order cold.orders, p_line_no integer, p_value jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_actor text := app.staff_actor(p_turn);
  v_tab cold.tab := app.lock_tab(p_order.tenant_id, p_order.tab_id);
  v_subject text := 'tab:' || v_tab.tab_id;
  v_was jsonb := app.staff_value(p_turn, v_subject);
begin
  if p_order.status in ('completed', 'rejected', 'cancelled') then
    raise exception 'order % is over', p_order.order_id
      using errcode = 'OC089', detail = jsonb_build_object('why', 'over', 'number', p_order.order_no::text);
  elsif p_line_no is null then
    perform app.move_order(p_order.tenant_id, p_order.order_id, 'cancelled', v_actor, 'taken back', p_turn.at);
    -- Its tab, which was open before it, is open still, unless the round it was opened for is off as well.
    if not exists (
      select from cold.orders o
      where o.tenant_id = p_order.tenant_id and o.tab_id = v_tab.tab_id and o.created_at = v_tab.opened_at
        and o.status in ('rejected', 'cancelled'))
    then
      perform app.put_tab(p_turn, v_tab.tab_id, v_was);
    end if;
    return;
  end if;
  perform app.retake_coupon(p_order, p_value ->> 'coupon');
  perform app.put_round_quantity(p_order, p_line_no, (p_value ->> 'quantity')::integer, v_actor, 'taken back', p_turn.at);
  if app.order_total(p_order) <> (p_value ->> 'total')::numeric then
    raise exception 'order % would come to %', p_order.order_id, app.order_total(p_order)
      using errcode = 'OC089', detail = jsonb_build_object('why', 'sum', 'number', p_order.order_no::text);
  end if;
  perform app.put_tenders(p_order.tenant_id, p_order.order_id, p_value -> 'tenders', p_turn.at);
end
$$;
