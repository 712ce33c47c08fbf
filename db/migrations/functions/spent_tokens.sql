-- What a shop has spent on models on its day of p_at: {"day", "tokens", "daily_tokens": its own bound or null}.
create or replace function app.spent_tokens(p_tenant uuid, p_at timestamptz) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return (
    select jsonb_build_object(
      'day', d.day, 'tokens', coalesce(u.tokens, 0), 'daily_tokens', t.daily_tokens)
    from cold.tenants t
    cross join lateral (select (p_at at time zone t.time_zone)::date as day) d
    left join cold.llm_usage u on u.tenant_id = t.tenant_id and u.day = d.day
    where t.tenant_id = p_tenant);
end
$$;
