-- Lets a step in the life of a locked order pass, if it is its turn. A customer who may cancel may also change: p_to null
-- asks for that. Raises: OC062 it is not; OC063 too late for the customer.
create or replace function app.require_move(p_order cold.orders, p_to text, p_actor text) returns void
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if not (
    select app.may_move_order(y.order_type_name, p_order.status, coalesce(p_to, 'cancelled'), p_actor, t.cancel_until)
    from cold.tenants t, cold.order_type_table y
    where t.tenant_id = p_order.tenant_id and y.order_type_id = p_order.order_type_id)
  then
    raise exception 'order % is %: no %', p_order.order_id, p_order.status, coalesce(p_to, 'change')
      using errcode = case
              when p_actor = 'customer' and p_order.status not in ('completed', 'rejected', 'cancelled') then 'OC063'
              else 'OC062' end,
            detail = jsonb_build_object('number', p_order.order_no::text, 'status', p_order.status);
  end if;
end
$$;
