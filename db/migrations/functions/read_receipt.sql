-- The receipt behind a link, as receipt_view; null where there is none. Reading counts nothing: a link may be opened as often
-- as one likes, and by programs that show what is behind it.
create or replace function app.read_receipt(p_tenant uuid, p_token uuid) returns jsonb
  language plpgsql stable security definer
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return (select app.receipt_view(r) from cold.receipt r where r.tenant_id = p_tenant and r.token = p_token);
end
$$;
