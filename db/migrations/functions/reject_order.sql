-- The shop does not take an order; its customer reads why.
-- Writes: as step_order. Raises: OC030, OC031, OC036; and as step_order.
create or replace function app.reject_order(
  p_tenant uuid, p_turn jsonb, p_order_no bigint, p_order uuid default null, p_reason text default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'reject_order');
begin
  return app.step_order(v_turn, v_member, 'reject_order', app.staff_order(v_turn, p_order_no, p_order), p_reason);
end
$$;
