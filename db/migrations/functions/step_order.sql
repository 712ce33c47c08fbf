-- An act of the staff that takes an order on, p_order being what staff_order has found and locked: once, and an order that
-- is so already stays so. p_minutes: in how many it will be ready; a delivery is there when its zone's are over as well. The
-- caller has asked require_staff for p_act.
-- Writes: as move_order; cold.orders, staff_event.
-- Raises: OC037 it is not its turn; OC042 not a number of minutes; OC064 nobody said why it will not be.
create or replace function app.step_order(
  p_turn app.turn, p_member cold.staff_member, p_act text, p_order cold.orders, p_reason text default null,
  p_minutes bigint default null
) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_to constant text := app.status_after(p_act);
  v_next constant text[] := app.next_acts(p_order, p_member.role);
  v_reason constant text := nullif(btrim(p_reason), '');
begin
  if not p_turn.replayed and p_order.status <> v_to then
    if p_act <> all (v_next) then
      raise exception 'order % is %: no %', p_order.order_id, p_order.status, p_act
        using errcode = 'OC037', detail = jsonb_build_object(
          'number', p_order.order_no::text, 'status', p_order.status, 'next', array_to_string(v_next, ' '),
          'order', replace(p_order.order_id::text, '-', ''));
    elsif not coalesce(p_minutes between 1 and 600, true) then
      raise exception 'ready in % minutes', p_minutes using errcode = 'OC042';
    elsif v_to in ('rejected', 'cancelled') and v_reason is null then
      raise exception 'order % % without a reason', p_order.order_id, v_to
        using errcode = 'OC064', detail = jsonb_build_object('number', p_order.order_no::text);
    end if;
    update cold.orders o set ready_at = p_turn.at + make_interval(mins => p_minutes::integer + coalesce((
      select z.minutes from cold.delivery_zone z
      where z.tenant_id = o.tenant_id and z.zone_id = o.zone_id), 0))
    where o.tenant_id = p_turn.tenant_id and o.order_id = p_order.order_id and p_minutes is not null;
    perform app.move_order(p_turn.tenant_id, p_order.order_id, v_to, app.staff_actor(p_turn), v_reason, p_turn.at);
    perform app.record_staff_event(
      p_turn, p_member, p_act, 'order:' || o.order_id, app.order_value(p_order), app.order_value(o))
    from cold.orders o where o.tenant_id = p_turn.tenant_id and o.order_id = p_order.order_id;
  end if;
  return app.staff_order_view(p_turn, p_member, p_order.order_id, jsonb_build_object('was', p_order.status));
end
$$;
