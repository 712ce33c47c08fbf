-- Evicts the hot rows of sessions idle longer than their shop allows, state and cart together; returns how many.
-- A cart with something in it stays open and comes back by replay with the next message; an empty one is closed.
-- At most 1,000 a call. Holds that have expired are deleted in passing.
-- Writes: hot.session_state, hot.session_cart, hot.session_checkout, cold.sessions, cold.stock_hold,
-- cold.slot_booking.
create or replace function app.sweep_idle_sessions() returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tenant record;
  v_session text;
  v_swept integer := 0;
begin
  for v_tenant in select t.tenant_id, app.now() - make_interval(hours => t.session_idle_hours) as since
                  from cold.tenants t loop
    perform set_config('app.tenant_id', v_tenant.tenant_id::text, true);
    -- What a turn is at work on is left to it, or each could wait for the other.
    delete from cold.stock_hold h where h.tenant_id = v_tenant.tenant_id and (h.session_id, h.item_id) in (
      select x.session_id, x.item_id from cold.stock_hold x
      where x.tenant_id = v_tenant.tenant_id and x.expires_at <= app.now() for update skip locked);
    delete from cold.slot_booking b where b.tenant_id = v_tenant.tenant_id and b.booking_id in (
      select x.booking_id from cold.slot_booking x
      where x.tenant_id = v_tenant.tenant_id and x.order_id is null and x.expires_at <= app.now() for update skip locked);
    for v_session in
      select s.session_id from hot.session_state s
      where s.tenant_id = v_tenant.tenant_id and s.last_activity_at < v_tenant.since limit 1000 - v_swept
    loop
      -- Somebody at work on it is not idle.
      continue when not pg_try_advisory_xact_lock(hashtextextended(v_tenant.tenant_id || ':' || v_session, 0));
      continue when not exists (
        select from hot.session_state s where s.tenant_id = v_tenant.tenant_id and s.session_id = v_session
          and s.last_activity_at < v_tenant.since);
      update cold.sessions s set closed_at = app.now()
      where s.tenant_id = v_tenant.tenant_id and s.session_id = v_session
        and not exists (select from app.get_session_cart(v_tenant.tenant_id, v_session));
      perform app.evict_session(v_tenant.tenant_id, v_session);
      v_swept := v_swept + 1;
    end loop;
  end loop;
  return v_swept;
end
$$;
