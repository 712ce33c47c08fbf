-- Settles how the order is had, take_away, dine_in or delivery, and quotes the cart for it; null asks which.
-- Writes: as settle_way. Raises: OC013, OC017.
create or replace function app.choose_order_type(p_tenant uuid, p_turn jsonb, p_order_type text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  elsif p_order_type is null then
    return app.session_view(v_turn, jsonb_build_object(
      'quote', jsonb_build_object('problems', app.fulfilment(v_turn, null, null) -> 'problems')));
  end if;
  return app.settle_way(v_turn, p_order_type, '{}');
end
$$;
