-- Gives a new order the tender its customer has chosen: by UPI to the shop's own id one that is asked for under a
-- reference, after an invoice the one it was sent for, else one that is due at the counter or the door. What else was asked
-- for in the session is asked for no more. Writes: cold.payments.
create or replace function app.tender_order(p_order cold.orders) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_asked cold.payments;
begin
  for v_asked in
    select p.* from cold.payments p
    join warm.checkouts k on k.tenant_id = p.tenant_id and k.checkout_id = p.checkout_id
    where p.tenant_id = p_order.tenant_id and k.session_id = p_order.session_id and p.order_id is null
      and p.status = 'pending' and p.checkout_id is not null
      and (p.checkout_id <> p_order.checkout_id or p_order.payment_method <> 'telegram')
    -- Somebody else who has the invoice may be paying it: then it is asked for no more.
    for update of p
  loop
    perform app.change_payment(v_asked.tenant_id, v_asked.payment_id, 'void', p_order.created_at);
  end loop;
  if p_order.payment_method = 'telegram' then
    update cold.payments p set order_id = p_order.order_id, updated_at = p_order.created_at
    where p.tenant_id = p_order.tenant_id and p.checkout_id = p_order.checkout_id and p.order_id is null
      and p.charge_id is not null and p.status = 'pending';
    return;
  end if;
  insert into cold.payments (tenant_id, payment_id, order_id, method, status, reference, amount, currency, created_at,
                             updated_at)
  select p_order.tenant_id, gen_random_uuid(), p_order.order_id, p_order.payment_method,
         case when x.by_phone then 'pending' else 'due' end,
         case when x.by_phone then 'HC' || to_char(p_order.order_day, 'YYYYMMDD') || '-' || p_order.order_no end,
         p_order.total_amount, p_order.currency, p_order.created_at, p_order.created_at
  from (select p_order.payment_method = 'upi' and t.upi_id is not null and t.currency = 'INR'
               and p_order.total_amount > 0 as by_phone
        from cold.tenants t where t.tenant_id = p_order.tenant_id) x;
end
$$;
