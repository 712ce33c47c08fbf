-- The shop takes an order; p_minutes is in how many it says it will be ready.
-- Writes: as step_order. Raises: OC030, OC031, OC036; and as step_order.
create or replace function app.accept_order(
  p_tenant uuid, p_turn jsonb, p_order_no bigint, p_order uuid default null, p_minutes bigint default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'accept_order');
begin
  return app.step_order(v_turn, v_member, 'accept_order', app.staff_order(v_turn, p_order_no, p_order), null, p_minutes);
end
$$;
