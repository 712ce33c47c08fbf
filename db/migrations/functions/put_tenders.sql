-- Lets the tenders of a locked order stand as tenders_value had them; one that has come since is void, and stays on record.
-- The caller has seen that none has changed since by itself. Writes: cold.payments, outbox.
create or replace function app.put_tenders(p_tenant uuid, p_order uuid, p_value jsonb, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  update cold.payments p set
    status = coalesce(w.was ->> 'status', 'void'), method = coalesce(w.was ->> 'method', p.method),
    amount = coalesce((w.was ->> 'amount')::numeric, p.amount),
    refunded = coalesce((w.was ->> 'refunded')::numeric, 0),
    paid_at = (w.was ->> 'paid_at')::timestamp at time zone 'utc', updated_at = p_at
  from (
    select x.payment_id, p_value -> x.payment_id::text as was, app.tenders_value(p_tenant, p_order) -> x.payment_id::text as stands
    from cold.payments x where x.tenant_id = p_tenant and x.order_id = p_order) w
  where p.tenant_id = p_tenant and p.payment_id = w.payment_id and w.was is distinct from w.stands;
  if found then
    perform app.tell_rooms(p_tenant, p_order);
  end if;
end
$$;
