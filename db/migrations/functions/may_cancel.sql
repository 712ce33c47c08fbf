-- Whether the customer may still cancel or change an order.
create or replace function app.may_cancel(p_order cold.orders) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select app.may_move_order(null, p_order.status, 'cancelled', 'customer', t.cancel_until)
    from cold.tenants t where t.tenant_id = p_order.tenant_id);
end
$$;
