-- The shop has the money an order's open tender asks for: cash or card at the counter, UPI on its account. p_method: how it
-- came, where that is not how it was to come. The caller has checked who says so. Returns the tender.
-- Writes: cold.payments, outbox. Raises: OC060 where no tender is open.
create or replace function app.receive_tender(p_tenant uuid, p_order uuid, p_at timestamptz, p_method text default null)
  returns cold.payments
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_payment cold.payments;
begin
  -- Whoever cancels or changes the order meanwhile holds its row.
  perform from cold.orders o where o.tenant_id = p_tenant and o.order_id = p_order for update;
  select * into v_payment from cold.payments p
  where p.tenant_id = p_tenant and p.order_id = p_order
  order by p.status in ('due', 'pending') desc, p.created_at desc, p.payment_id desc limit 1;
  -- First how it came: change_payment tells the rooms and the ledger so.
  update cold.payments p set method = coalesce(p_method, p.method)
  where p.tenant_id = p_tenant and p.payment_id = v_payment.payment_id;
  v_payment := app.change_payment(p_tenant, v_payment.payment_id, case
    when v_payment.status in ('due', 'pending') then 'paid' else 'pending' end, p_at);
  perform app.settle_payments(p_tenant, p_order, p_at);
  return v_payment;
end
$$;
