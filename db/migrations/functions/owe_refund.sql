-- Marks a tender whose money is here as one that has to go back, and tells the shop how much of it: once for each step of
-- its order's life.
-- Writes: cold.payments, outbox. Raises: OC060 through change_payment.
create or replace function app.owe_refund(p_tenant uuid, p_payment uuid, p_at timestamptz) returns cold.payments
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_payment cold.payments := app.change_payment(p_tenant, p_payment, 'refund_due', p_at);
  v_key text := concat_ws(':', p_payment, (
    select o.event_seq from cold.orders o where o.tenant_id = p_tenant and o.order_id = v_payment.order_id));
begin
  perform app.alert_rooms(p_tenant, 'refund_due', v_key, jsonb_build_object(
    'order_id', v_payment.order_id, 'payment_id', v_payment.payment_id, 'method', v_payment.method,
    'amount', app.refund_left(v_payment)::text, 'currency', v_payment.currency, 'provider', v_payment.provider,
    'charge_id', v_payment.charge_id));
  return v_payment;
end
$$;
