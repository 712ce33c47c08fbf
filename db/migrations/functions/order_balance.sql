-- What is still to be paid for an order; below zero: what has to go back. An order that will not be costs nothing.
create or replace function app.order_balance(p_tenant uuid, p_order uuid) returns numeric
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select case when o.status in ('rejected', 'cancelled') then 0 else o.total_amount + (
             select coalesce(sum(a.amount), 0) from cold.order_adjustment a
             where a.tenant_id = p_tenant and a.order_id = p_order) end
           - (select coalesce(sum(p.amount - p.refunded), 0) from cold.payments p
              where p.tenant_id = p_tenant and p.order_id = p_order and p.status in ('paid', 'refund_due', 'refunded'))
    from cold.orders o where o.tenant_id = p_tenant and o.order_id = p_order);
end
$$;
