-- Moves a session to a step and version. Whatever changes the cart ends the open checkout: its quote no longer holds.
-- Writes: hot.session_state, hot.session_checkout. Called by apply_event only.
create or replace function app.apply_step(
  p_tenant uuid, p_session text, p_seq integer, p_step text, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  update hot.session_state s set version = p_seq, current_step = p_step, last_activity_at = p_at
  where s.tenant_id = p_tenant and s.session_id = p_session;
  delete from hot.session_checkout c where c.tenant_id = p_tenant and c.session_id = p_session;
end
$$;
