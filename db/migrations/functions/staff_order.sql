-- The order one of the staff means, locked: the one with that id, as a button has it, or of that number. Numbers begin anew
-- each day: meant is the latest which is for today, or for yesterday, as a night goes on past midnight.
-- Raises: OC036 no such order.
create or replace function app.staff_order(p_turn app.turn, p_order_no bigint, p_order uuid) returns cold.orders
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_zone text := (select t.time_zone from cold.tenants t where t.tenant_id = p_turn.tenant_id);
  v_today date := (p_turn.at at time zone v_zone)::date;
  v_order uuid := (
    select o.order_id from cold.orders o
    where o.tenant_id = p_turn.tenant_id
      and case when p_order is not null then o.order_id = p_order
          else o.order_no = p_order_no
            and (greatest(o.pickup_at, o.created_at) at time zone v_zone)::date between v_today - 1 and v_today end
    order by o.order_day desc limit 1);
begin
  if v_order is null then
    raise exception 'no order %', coalesce(p_order::text, p_order_no::text)
      using errcode = 'OC036', detail = jsonb_build_object('number', coalesce(p_order_no::text, '?'));
  end if;
  return app.lock_order(p_turn.tenant_id, v_order);
end
$$;
