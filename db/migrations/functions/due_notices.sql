-- Which shops have notices waiting on which channels, and in how many milliseconds the first may go: the slow look of a
-- dispatcher, which makes up for every wake-up call that was not heard.
create or replace function app.due_notices() returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tenant uuid;
  v_due jsonb := jsonb '[]';
begin
  for v_tenant in select t.tenant_id from cold.tenants t loop
    perform set_config('app.tenant_id', v_tenant::text, true);
    v_due := v_due || (
      select coalesce(jsonb_agg(jsonb_build_object(
        'tenant_id', v_tenant, 'channel', w.channel, 'due_in_ms', app.milliseconds_until(w.due))), '[]')
      from (select o.channel, min(greatest(o.next_at, o.lease_until)) as due from cold.outbox o
            where o.tenant_id = v_tenant and o.status = 'new' and o.channel is not null
            group by o.channel) w);
  end loop;
  return v_due;
end
$$;
