-- Brings the tenders of an order in line with what it costs now, after a payment, a change or a cancellation: together the
-- open ones ask for the balance, the last one for more or none where that has changed; a balance nobody asks for becomes due
-- at the counter. Of what was paid as much goes back as is too much, the latest first; of what was to go back none that is
-- needed again. Writes: cold.payments, outbox.
create or replace function app.settle_payments(p_tenant uuid, p_order uuid, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_balance numeric := app.order_balance(p_tenant, p_order);
  v_payment cold.payments;
  v_last uuid;
begin
  for v_payment in
    select p.* from cold.payments p
    where p.tenant_id = p_tenant and p.order_id = p_order and p.status in ('due', 'pending')
    order by p.created_at, p.payment_id for update
  loop
    if v_balance <= 0 then
      perform app.change_payment(p_tenant, v_payment.payment_id, 'void', p_at);
      continue;
    end if;
    v_last := v_payment.payment_id;
    update cold.payments p set amount = least(p.amount, v_balance), updated_at = p_at
    where p.tenant_id = p_tenant and p.payment_id = v_last;
    v_balance := v_balance - least(v_payment.amount, v_balance);
  end loop;
  if v_balance > 0 and v_last is not null then
    update cold.payments p set amount = p.amount + v_balance
    where p.tenant_id = p_tenant and p.payment_id = v_last;
  elsif v_balance > 0 then
    insert into cold.payments (tenant_id, payment_id, order_id, method, amount, currency, created_at, updated_at)
    select p_tenant, gen_random_uuid(), p_order, 'counter', v_balance, o.currency, p_at, p_at
    from cold.orders o where o.tenant_id = p_tenant and o.order_id = p_order;
  end if;
  v_balance := app.order_balance(p_tenant, p_order) + (
    select coalesce(sum(p.amount - p.refunded), 0) from cold.payments p
    where p.tenant_id = p_tenant and p.order_id = p_order and p.status = 'refund_due');
  for v_payment in
    select p.* from cold.payments p
    where p.tenant_id = p_tenant and p.order_id = p_order and p.status = 'paid'
    order by p.paid_at desc, p.payment_id for update
  loop
    exit when v_balance >= 0;
    perform app.owe_refund(p_tenant, v_payment.payment_id, p_at);
    v_balance := v_balance + v_payment.amount - v_payment.refunded;
  end loop;
  for v_payment in
    select p.* from cold.payments p
    where p.tenant_id = p_tenant and p.order_id = p_order and p.status = 'refund_due' for update
  loop
    if app.refund_left(v_payment) = 0 then
      perform app.change_payment(p_tenant, v_payment.payment_id, 'paid', p_at);
    end if;
  end loop;
end
$$;
