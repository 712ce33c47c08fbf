-- Whether an order can have a receipt: it is completed, or paid and on its way; or it has had one.
create or replace function app.has_receipt(p_order cold.orders) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return p_order.status = 'completed'
    or (p_order.status not in ('rejected', 'cancelled') and app.order_balance(p_order.tenant_id, p_order.order_id) <= 0)
    or exists (
      select from cold.receipt r where r.tenant_id = p_order.tenant_id and r.order_id = p_order.order_id);
end
$$;
