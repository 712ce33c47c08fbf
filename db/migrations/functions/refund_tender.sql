-- Money of a tender has gone back: p_amount, or all that has to. Of an order as much has to go back as was paid too much;
-- of a tender without an order, everything. Returns the tender. The caller has checked who says so.
-- Writes: cold.payments. Raises: OC060 where nothing has to go back, OC061 where it is more than that.
create or replace function app.refund_tender(p_tenant uuid, p_payment uuid, p_amount numeric, p_at timestamptz)
  returns cold.payments
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_payment cold.payments;
  v_most numeric;
begin
  -- The order first, as everywhere. A tender whose money is here stays with its order.
  perform from cold.orders o
  where o.tenant_id = p_tenant and o.order_id = (
    select p.order_id from cold.payments p where p.tenant_id = p_tenant and p.payment_id = p_payment)
  for update;
  select * into v_payment from cold.payments p where p.tenant_id = p_tenant and p.payment_id = p_payment for update;
  v_most := v_payment.amount - v_payment.refunded;
  if v_payment.order_id is not null then
    v_most := least(v_most, -app.order_balance(p_tenant, v_payment.order_id));
  end if;
  if v_payment.status is distinct from 'refund_due' and v_payment.status is distinct from 'paid'
     or coalesce(v_most, 0) <= 0 then
    raise exception 'nothing of payment % has to go back', p_payment
      using errcode = 'OC060', detail = jsonb_build_object('status', coalesce(v_payment.status, 'unknown'));
  elsif not coalesce(p_amount between 0.01 and v_most, true) then
    raise exception 'payment %: at most % has to go back', p_payment, v_most
      using errcode = 'OC061', detail = jsonb_build_object('most', v_most::text);
  end if;
  update cold.payments p set refunded = p.refunded + coalesce(p_amount, v_most), updated_at = p_at
  where p.tenant_id = p_tenant and p.payment_id = p_payment
  returning * into v_payment;
  if v_payment.refunded = v_payment.amount then
    return app.change_payment(p_tenant, p_payment, 'refunded', p_at);
  elsif v_payment.status = 'refund_due' and v_most = coalesce(p_amount, v_most) then
    return app.change_payment(p_tenant, p_payment, 'paid', p_at);
  end if;
  return v_payment;
end
$$;
