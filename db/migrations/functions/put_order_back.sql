-- Takes an order back to where app.order_value says it was, its tenders too: a further step of its life, which its customer's
-- message follows. One that was off takes again what it had, and whoever heard that it is off hears of it.
-- Writes: cold.orders, order_event, payments, outbox; as retake_stock, retake_coupon, retake_slot and
-- await_acceptance. Raises: as those.
create or replace function app.put_order_back(p_turn app.turn, p_order uuid, p_value jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order cold.orders := app.lock_order(p_turn.tenant_id, p_order);
  v_status text := p_value ->> 'status';
  v_rises boolean := v_order.status in ('rejected', 'cancelled') and v_status <> v_order.status;
begin
  if v_rises then
    perform app.retake_stock(v_order, p_turn.at);
    perform app.retake_coupon(v_order, p_value ->> 'coupon');
    perform app.retake_slot(p_turn, v_order, (p_value ->> 'slot')::timestamp at time zone 'utc');
  end if;
  update cold.orders o set ready_at = (p_value ->> 'ready_at')::timestamp at time zone 'utc'
  where o.tenant_id = p_turn.tenant_id and o.order_id = p_order;
  perform app.record_order_event(
    p_turn.tenant_id, p_order, v_status, app.staff_actor(p_turn), null,
    -- What only concerns its money is no step.
    case when v_status = v_order.status then jsonb '{"undone": "money"}' else '{}' end, p_turn.at);
  perform app.put_tenders(p_turn.tenant_id, p_order, p_value -> 'tenders', p_turn.at);
  perform app.notify_customer(p_turn.tenant_id, p_order, 'order_status');
  if v_rises then
    perform app.tell_change(p_turn.tenant_id, p_order);
  end if;
  if v_status = 'placed' and v_order.status <> 'placed' then
    -- Nobody has accepted it now: the wait begins anew, for that it was accepted may have been judged already.
    delete from cold.outbox o
    where o.tenant_id = p_turn.tenant_id and o.order_id = p_order and o.topic in ('order_late', 'order_waiting')
      and o.lease_token is null;
    v_order.created_at := p_turn.at;
    perform app.await_acceptance(v_order);
  end if;
end
$$;
