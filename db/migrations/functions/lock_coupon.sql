-- Locks the row of the code a session would redeem, so that its limits are counted by one order at a time.
create or replace function app.lock_coupon(p_turn app.turn) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform from cold.coupon c
  where c.tenant_id = p_turn.tenant_id and c.code = (
    select s.coupon_code from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id)
  for update;
end
$$;
