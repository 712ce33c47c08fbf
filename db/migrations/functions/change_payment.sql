-- Moves a tender on; the only writer of its status. The rooms that need its order show it. Returns it as it is then.
-- Writes: cold.payments, outbox; orevents of money that came by a charge. Raises: OC060 where it cannot become that from what it is.
create or replace function app.change_payment(p_tenant uuid, p_payment uuid, p_to text, p_at timestamptz)
  returns cold.payments
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_payment cold.payments;
  v_status text;
begin
  update cold.payments p set
    status = p_to, updated_at = p_at,
    paid_at = case when p_to in ('paid', 'refund_due') then coalesce(p.paid_at, p_at) else p.paid_at end
  where p.tenant_id = p_tenant and p.payment_id = p_payment and app.may_change_payment(p.status, p_to)
  returning * into v_payment;
  if not found then
    select p.status into v_status from cold.payments p where p.tenant_id = p_tenant and p.payment_id = p_payment;
    raise exception 'payment % cannot become % from %', p_payment, p_to, v_status
      using errcode = 'OC060', detail = jsonb_build_object('status', coalesce(v_status, 'unknown'));
  end if;
  if v_payment.order_id is not null then
    perform app.tell_rooms(p_tenant, v_payment.order_id, p_of_money => true);
  end if;
  if p_to in ('paid', 'failed') then
    perform app.alert_rooms(
      p_tenant, case p_to when 'paid' then 'order_paid' else 'payment_failed' end, p_payment::text, jsonb_build_object(
        'order_id', v_payment.order_id, 'method', v_payment.method, 'amount', v_payment.amount::text));
  end if;
  if p_to = 'paid' and v_payment.charge_id is not null then
    perform app.record_ledger(
      p_tenant, app.ledger_actor(o, 'customer'), app.ledger_target(o), 'payment:' || p_payment, 300, 1,
      jsonb_build_object('amount', v_payment.amount::text, 'method', v_payment.method), p_at)
    from cold.orders o where o.tenant_id = p_tenant and o.order_id = v_payment.order_id;
  end if;
  return v_payment;
end
$$;
