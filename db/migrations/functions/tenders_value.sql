-- The tenders of a locked order as a staff event keeps them: {payment id: how it stands}. Times are in UTC without saying so.
create or replace function app.tenders_value(p_tenant uuid, p_order uuid) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_object_agg(p.payment_id, jsonb_build_object(
      'status', p.status, 'amount', p.amount::text, 'refunded', p.refunded::text, 'method', p.method,
      'paid_at', p.paid_at at time zone 'utc')), '{}')
    from cold.payments p where p.tenant_id = p_tenant and p.order_id = p_order);
end
$$;
