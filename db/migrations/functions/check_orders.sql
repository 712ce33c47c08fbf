-- What of a shop's orders is under way, the one that is due first first and ten at most; or one of them, with what can be
-- done next. An order nobody has touched for a day is not under way. Raises: OC030, OC031; OC036 through staff_order.
create or replace function app.check_orders(
  p_tenant uuid, p_turn jsonb, p_order_no bigint default null, p_order uuid default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_member cold.staff_member := app.require_staff(v_turn, 'check_orders');
begin
  if coalesce(p_order::text, p_order_no::text) is not null then
    return app.staff_order_view(v_turn, v_member, (app.staff_order(v_turn, p_order_no, p_order)).order_id, '{}');
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', '{}'::jsonb, 'orders', (
    select coalesce(jsonb_agg(app.order_view(p_tenant, w.order_id) order by w.due, w.order_no), '[]')
    from (
      select o.order_id, o.order_no, coalesce(o.pickup_at, o.ready_at, o.created_at) as due from cold.orders o
      where o.tenant_id = p_tenant and o.status not in ('completed', 'rejected', 'cancelled')
        and greatest(o.created_at, o.pickup_at) > v_turn.at - interval '1 day'
      order by due, o.order_no limit 10) w)));
end
$$;
