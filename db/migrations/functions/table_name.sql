-- The name of a table as the shop writes it. A shop that lists its tables has no others.
-- Raises: OC041 no name of a table; OC050 there is no such table.
create or replace function app.table_name(p_tenant uuid, p_table text) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_name text := lower(btrim(p_table));
  v_listed text := (
    select d.table_no from cold.dining_table d where d.tenant_id = p_tenant and lower(d.table_no) = v_name
    order by d.table_no = btrim(p_table) desc limit 1);
begin
  if v_name is null or v_name !~ '^[[:alnum:]][[:alnum:] -]{0,19}$' then
    raise exception 'no table %', p_table using errcode = 'OC041';
  elsif v_listed is null and exists (select from cold.dining_table d where d.tenant_id = p_tenant) then
    raise exception 'there is no such table'
      using errcode = 'OC050', detail = jsonb_build_object('table', left(v_name, 12));
  end if;
  return coalesce(v_listed, v_name);
end
$$;
