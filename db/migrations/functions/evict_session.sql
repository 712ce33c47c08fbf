-- Forgets the hot rows of a locked session, all of them together; the next turn replays it.
-- Writes: hot.session_state, hot.session_cart, hot.session_checkout.
create or replace function app.evict_session(p_tenant uuid, p_session text) returns void
  language sql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
  delete from hot.session_state s where s.tenant_id = p_tenant and s.session_id = p_session;
  delete from hot.session_cart c where c.tenant_id = p_tenant and c.session_id = p_session;
  delete from hot.session_checkout k where k.tenant_id = p_tenant and k.session_id = p_session;
$$;
