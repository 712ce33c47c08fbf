-- A notice was not tried, for its chat has to wait: it goes in p_seconds, and that counts as no attempt. Returns false and
-- changes nothing when the lease has moved on. Writes: cold.outbox.
create or replace function app.hold_notice(p_tenant uuid, p_notice uuid, p_token uuid, p_seconds double precision)
  returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  update cold.outbox o set
    next_at = app.now() + make_interval(secs => p_seconds), attempts = greatest(o.attempts - 1, 0),
    lease_token = null, lease_until = null
  where o.tenant_id = p_tenant and o.outbox_id = p_notice and o.status = 'new' and o.lease_token = p_token;
  return found;
end
$$;
