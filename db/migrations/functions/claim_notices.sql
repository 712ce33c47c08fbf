-- Leases waiting notices of one channel to a dispatcher, at most p_limit, of each lane of a chat only the oldest:
-- {"notices": [as notice_view has them], "due_in_ms": when to ask again, null where nothing waits}. A lease ends after
-- p_lease_seconds, 30 at most; then anybody may claim it again, and its token is worth nothing any more. Every claim
-- counts as an attempt, so that a notice which kills its sender is seen to. p_chat: only that chat's. Writes: cold.outbox.
create or replace function app.claim_notices(
  p_tenant uuid, p_channel text, p_limit integer, p_lease_seconds double precision, p_chat text default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_now timestamptz := app.now();
  v_claimed uuid[];
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  with free as (
    select o.outbox_id from app.first_notices(p_tenant, p_channel, p_chat) f
    join cold.outbox o on o.tenant_id = p_tenant and o.outbox_id = f.outbox_id
    where o.status = 'new' and o.next_at <= v_now and (o.lease_until is null or o.lease_until <= v_now)
      -- One that was revived comes before a younger one which is on its way already.
      and not exists (select from cold.outbox y
                      where y.tenant_id = p_tenant and y.channel = p_channel and y.chat = o.chat and y.lane = o.lane
                        and y.status = 'new' and y.lease_token is not null and y.lease_until > v_now)
    order by o.next_at, o.position limit p_limit
    for update of o skip locked),
  claimed as (
    update cold.outbox o set
      lease_token = gen_random_uuid(), attempts = o.attempts + 1,
      lease_until = v_now + make_interval(secs => least(p_lease_seconds, 30))
    from free f where o.tenant_id = p_tenant and o.outbox_id = f.outbox_id
    returning o.outbox_id)
  select coalesce(array_agg(c.outbox_id), '{}') into v_claimed from claimed c;
  -- Read by statements of their own: they see what those have committed who held one of these a moment ago.
  return jsonb_build_object(
    'notices', (
      select coalesce(jsonb_agg(app.notice_view(o) order by o.position), '[]') from cold.outbox o
      where o.tenant_id = p_tenant and o.outbox_id = any (v_claimed)),
    'due_in_ms', (
      select app.milliseconds_until(min(greatest(f.next_at, f.lease_until)))
      from app.first_notices(p_tenant, p_channel, p_chat) f));
end
$$;
