-- Gives a session a promo code, however it is written. The view tells what the code takes off now (`discount`) or why it takes
-- nothing (`coupon`). One that may still come to count (minimum, order_type, item) is kept all the same; of the others
-- nothing stays but the attempt. After five unknown codes within an hour none is looked up: too_many.
-- What was quoted is quoted anew. Writes: a coupon_chosen or coupon_refused event; as offer_checkout. Raises: OC017.
create or replace function app.apply_coupon(p_tenant uuid, p_turn jsonb, p_code text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_code text := left(regexp_replace(upper(p_code collate ucs_basic), '[^A-Z0-9_-]', '', 'g'), 33);
  v_offer jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  elsif (
    select count(*) from warm.session_events e
    where e.tenant_id = p_tenant and e.session_id = v_turn.session_id and e.event_type = 'coupon_refused'
      and e.event_data ->> 'reason' = 'unknown' and e."timestamp" > v_turn.at - interval '1 hour') >= 5
  then
    return app.session_view(v_turn, jsonb_build_object(
      'coupon', jsonb_build_object('code', v_code, 'reason', 'too_many')));
  end if;
  v_offer := app.coupon_offer(v_turn, v_code, app.active_lines(v_turn), app.offered_order_type(v_turn, null));
  if v_offer ->> 'reason' in ('unknown', 'not_yet', 'expired', 'used_up', 'already_used') then
    perform app.record_event(v_turn, 'coupon_refused', jsonb_build_object('reason', v_offer -> 'reason'));
    return app.session_view(v_turn, jsonb_build_object('coupon', v_offer));
  end if;
  return app.change_coupon(v_turn, v_code)
    || jsonb_build_object(case when v_offer ? 'amount' then 'discount' else 'coupon' end, v_offer);
end
$$;
