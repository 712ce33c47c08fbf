-- item_refusals for the session of a turn: at the time it orders for (judged_at), for the order type chosen.
-- p_together: they are wanted together.
create or replace function app.session_refusals(
  p_turn app.turn, p_items text[], p_quantities integer[], p_together boolean default false
) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_pickup_at timestamptz;
  v_order_type text;
begin
  -- One look-up for both.
  select s.pickup_at, s.order_type into v_pickup_at, v_order_type
  from hot.session_state s
  where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id;
  return app.item_refusals(
    p_turn.tenant_id, p_items, p_quantities, greatest(p_turn.at, v_pickup_at), v_order_type, p_turn.session_id, p_together);
end
$$;
