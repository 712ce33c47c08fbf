-- The addresses of a shop's rooms in a channel: what a process keeps in memory to know which groups to listen to.
create or replace function app.list_rooms(p_tenant uuid, p_channel text) returns jsonb
  language plpgsql stable security definer
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return (
    select coalesce(jsonb_agg(r.chat order by r.chat), '[]') from cold.room r
    where r.tenant_id = p_tenant and r.channel = p_channel and r.unbound_at is null);
end
$$;
