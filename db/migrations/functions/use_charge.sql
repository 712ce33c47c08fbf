-- Decides what becomes of money that was just booked under a tender: it pays the order it was meant for, which it places
-- from the open checkout unless that is done; where that order cannot be had any more, or is paid already, or this is not what
-- was asked for, the money has to go back. Returns what create_order_from_session said, else {}.
-- p_place: whether an order may be placed. Writes: as create_order_from_session; cold.payments, orders, outbox.
create or replace function app.use_charge(p_turn app.turn, p_payment cold.payments, p_place boolean) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order uuid;
  v_open boolean;
  v_result jsonb := jsonb '{}';
begin
  select o.order_id into v_order from cold.orders o
  where o.tenant_id = p_turn.tenant_id and o.checkout_id = p_payment.checkout_id for update;
  if v_order is not null then
    update cold.payments p set order_id = v_order
    where p.tenant_id = p_turn.tenant_id and p.payment_id = p_payment.payment_id;
    if p_payment.status <> 'failed' and app.order_balance(p_turn.tenant_id, v_order) >= p_payment.amount then
      perform app.change_payment(p_turn.tenant_id, p_payment.payment_id, 'paid', p_turn.at);
      perform app.settle_payments(p_turn.tenant_id, v_order, p_turn.at);
      update cold.orders o set payment_method = p_payment.method
      where o.tenant_id = p_turn.tenant_id and o.order_id = v_order;
      return v_result;
    end if;
  elsif p_place and p_payment.status = 'pending' then
    -- The first try may only bring back cart rows that were lost.
    for v_try in 1..2 loop
      select k.expires_at > p_turn.at into v_open from hot.session_checkout k
      where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id
        and k.checkout_id = p_payment.checkout_id;
      exit when not coalesce(v_open, false);
      v_result := app.create_order_from_session(p_turn, p_payment.checkout_id, p_payment.method);
      if v_result ? 'order' then
        perform app.change_payment(p_turn.tenant_id, p_payment.payment_id, 'paid', p_turn.at);
        return v_result;
      end if;
      exit when v_result <> '{}';
    end loop;
  end if;
  perform app.owe_refund(p_turn.tenant_id, p_payment.payment_id, p_turn.at);
  return v_result;
end
$$;
