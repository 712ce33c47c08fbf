-- The directory of shops, by slug: what a process must know to serve them.
create or replace function app.list_tenants() returns jsonb
  language sql stable security definer
  set search_path = pg_catalog, app, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'tenant_id', t.tenant_id, 'slug', t.slug, 'name', t.name, 'currency', t.currency, 'time_zone', t.time_zone,
    'language', t.language, 'languages', t.languages) order by t.slug), '[]')
  from cold.tenants t
$$;
