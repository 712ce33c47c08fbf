-- Forgets whom a shop has only met in its rooms, and not for 30 days. Its staff stay known, by whom the log is read.
-- Returns how many. Writes: cold.person_seen.
create or replace function app.trim_people() returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tenant uuid;
  v_deleted integer;
  v_all integer := 0;
begin
  for v_tenant in select t.tenant_id from cold.tenants t loop
    perform set_config('app.tenant_id', v_tenant::text, true);
    delete from cold.person_seen p
    where p.tenant_id = v_tenant and p.seen_at < app.now() - interval '30 days' and not exists (
      select from cold.staff_member m
      where m.tenant_id = v_tenant and m.channel = p.channel and m.sender = p.sender and m.revoked_at is null);
    get diagnostics v_deleted = row_count;
    v_all := v_all + v_deleted;
  end loop;
  return v_all;
end
$$;
