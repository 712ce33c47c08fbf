-- A tender as Order.payments has it. `to_refund` is what of it has to go back. One by UPI that is asked for tells to whom it goes.
create or replace function app.payment_view(p_payment cold.payments) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'payment_id', p_payment.payment_id, 'method', p_payment.method, 'status', p_payment.status,
      'amount', p_payment.amount::text, 'refunded', p_payment.refunded::text,
      'to_refund', app.refund_left(p_payment)::text, 'reference', p_payment.reference,
      'pay_to', case when p_payment.method = 'upi' and p_payment.status = 'pending' then jsonb_build_object(
        'upi_id', t.upi_id, 'name', coalesce(t.legal_name, t.name)) end)
    from cold.tenants t where t.tenant_id = p_payment.tenant_id);
end
$$;
