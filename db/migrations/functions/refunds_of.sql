-- What of an order has to go back to its customer: [{"method", "amount"}], a tender each.
create or replace function app.refunds_of(p_tenant uuid, p_order uuid) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('method', p.method, 'amount', app.refund_left(p)::text)
      order by p.paid_at, p.payment_id), '[]')
    from cold.payments p
    where p.tenant_id = p_tenant and p.order_id = p_order and p.status = 'refund_due');
end
$$;
