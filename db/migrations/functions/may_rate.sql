-- Whether the customer of an order may rate it, for the first time or anew: he has had it for a week at most.
create or replace function app.may_rate(p_order cold.orders, p_at timestamptz) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return p_order.status = 'completed' and exists (
    select from cold.order_event e
    where e.tenant_id = p_order.tenant_id and e.order_id = p_order.order_id and e.status = 'completed' and e.data = '{}'
      and e.at > p_at - interval '7 days');
end
$$;
