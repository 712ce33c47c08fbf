-- Puts another promo code, or none, in place of the one a session has, and quotes anew what was quoted. Returns the view.
-- Writes: a coupon_chosen event; as offer_checkout. Raises: OC017.
create or replace function app.change_coupon(p_turn app.turn, p_code text) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_quoted boolean := exists (
    select from hot.session_checkout k
    where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id and k.expires_at > p_turn.at);
begin
  if p_code is distinct from (
    select s.coupon_code from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id)
  then
    perform app.record_event(p_turn, 'coupon_chosen', jsonb_build_object('code', p_code));
  end if;
  if v_quoted then
    return app.offer_checkout(p_turn, null);
  end if;
  return app.session_view(p_turn);
end
$$;
