-- Takes the promo code of a session back. What was quoted is quoted anew.
-- Writes: a coupon_chosen event; as offer_checkout. Raises: OC017.
create or replace function app.remove_coupon(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  return app.change_coupon(v_turn, null);
end
$$;
