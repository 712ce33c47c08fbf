-- Settles how a session's order is had, and what p_way adds to it ({"table_no"} or {"zone_id"}), and quotes the cart for it.
-- Without dishes the view tells the way, and the problems with it.
-- Writes: fulfilment_chosen and order_type_chosen events, which end an open checkout; as offer_checkout.
-- Raises: OC013 order type not offered, OC017 total beyond all bounds.
create or replace function app.settle_way(p_turn app.turn, p_order_type text, p_way jsonb) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order_type text := app.offered_order_type(p_turn, p_order_type);
  v_settled jsonb := (
    select s.fulfilment from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
begin
  if not v_settled @> p_way then
    perform app.record_event(p_turn, 'fulfilment_chosen', jsonb_build_object('fulfilment', v_settled || p_way));
  end if;
  if cardinality(app.active_lines(p_turn)) > 0 then
    return app.offer_checkout(p_turn, v_order_type);
  end if;
  if v_order_type is distinct from app.chosen_order_type(p_turn) then
    perform app.record_event(p_turn, 'order_type_chosen', jsonb_build_object('order_type', v_order_type));
  end if;
  return app.session_view(p_turn, jsonb_build_object(
    'order_type', v_order_type, 'way', app.way_view(p_turn, v_order_type),
    'quote', jsonb_build_object('problems', app.fulfilment(p_turn, v_order_type, null) -> 'problems')));
end
$$;
