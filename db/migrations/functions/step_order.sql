-- An act of the staff that takes an order on, p_order being what staff_order has found and locked: once, and an order that
-- is so already stays so. p_minutes: in how many it will be ready; a delivery is there when its zone's are over as well. The
-- caller has asked require_staff for p_act. One that will not be needs a reason: without it the view asks why.
-- Writes: as move_order; cold.orders, staff_event.
-- Raises: OC037 it is not its turn; OC042 not a number of minutes.
create or replace function app.step_order(
  p_turn app.turn, p_member cold.staff_member, p_act text, p_order cold.orders, p_reason text default null,
  p_minutes bigint default null
) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_was jsonb;
  v_to constant text := app.status_after(p_act);
  v_reason constant text := nullif(btrim(p_reason), '');
begin
  if not p_turn.replayed and p_order.status <> v_to then
    if p_act <> all (app.next_acts(p_order, p_member.role)) then
      raise exception 'order % is %: no %', p_order.order_id, p_order.status, p_act
        using errcode = 'OC037', detail = app.staff_order_words(p_order, p_member.role);
    elsif not coalesce(p_minutes between 1 and 600, true) then
      raise exception 'ready in % minutes', p_minutes using errcode = 'OC042';
    elsif v_to in ('rejected', 'cancelled') and v_reason is null then
      return app.staff_order_view(p_turn, p_member, p_order.order_id, jsonb '{"asks_why": true}');
    end if;
    v_was := app.staff_values(p_turn, app.order_subjects(p_order));
    update cold.orders o set ready_at = p_turn.at + make_interval(mins => p_minutes::integer + coalesce((
      select z.minutes from cold.delivery_zone z
      where z.tenant_id = o.tenant_id and z.zone_id = o.zone_id), 0))
    where o.tenant_id = p_turn.tenant_id and o.order_id = p_order.order_id and p_minutes is not null;
    perform app.move_order(p_turn.tenant_id, p_order.order_id, v_to, app.staff_actor(p_turn), v_reason, p_turn.at);
    perform app.record_changes(
      p_turn, p_member, p_act, app.order_subjects(p_order), v_was,
      jsonb_strip_nulls(jsonb_build_object('reason', v_reason)));
  end if;
  return app.staff_order_view(p_turn, p_member, p_order.order_id, jsonb_build_object('was', p_order.status));
end
$$;
