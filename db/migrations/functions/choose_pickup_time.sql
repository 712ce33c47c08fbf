-- Settles when the order is wanted; null: as soon as it is ready. The view's differences tell what of the cart cannot be
-- had then. Writes: a pickup_chosen event, which ends an open checkout: what it quoted was judged for another time.
-- Raises: OC019 the shop takes no orders for then, OC021 in the past or too far ahead.
create or replace function app.choose_pickup_time(p_tenant uuid, p_turn jsonb, p_pickup_at timestamptz) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_order_type text := app.chosen_order_type(v_turn);
  v_review jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  perform app.check_pickup_time(v_turn, p_pickup_at);
  if p_pickup_at is distinct from (
    select s.pickup_at from hot.session_state s where s.tenant_id = p_tenant and s.session_id = v_turn.session_id
  ) then
    perform app.record_event(v_turn, 'pickup_chosen', jsonb_build_object('pickup_at', p_pickup_at));
  end if;
  v_review := app.review_cart(v_turn, app.active_lines(v_turn), v_order_type);
  return app.session_view(v_turn, jsonb_build_object(
    'differences', jsonb_path_query_array(v_review, '$.differences[*] ? (@.kind != "price")')));
end
$$;
