-- What an order comes to as it stands: as it was placed, and what was adjusted since.
create or replace function app.order_total(p_order cold.orders) returns numeric
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return p_order.total_amount + (
    select coalesce(sum(a.amount), 0) from cold.order_adjustment a
    where a.tenant_id = p_order.tenant_id and a.order_id = p_order.order_id);
end
$$;
