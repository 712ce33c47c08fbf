-- What of a tender still has to go back: of an order as much as was paid too much, what was paid last first; of money that
-- belongs to no order, everything.
create or replace function app.refund_left(p_payment cold.payments) returns numeric
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_held numeric := p_payment.amount - p_payment.refunded;
begin
  if p_payment.status <> 'refund_due' then
    return 0.00;
  elsif p_payment.order_id is null then
    return v_held;
  end if;
  return greatest(0.00, least(v_held, -app.order_balance(p_payment.tenant_id, p_payment.order_id) - (
    select coalesce(sum(p.amount - p.refunded), 0) from cold.payments p
    where p.tenant_id = p_payment.tenant_id and p.order_id = p_payment.order_id and p.status = 'refund_due'
      and (p.paid_at > p_payment.paid_at or p.paid_at = p_payment.paid_at and p.payment_id < p_payment.payment_id))));
end
$$;
