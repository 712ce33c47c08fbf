-- The open tab of a table, locked. Raises: OC082 there is none; and as table_name.
create or replace function app.tab_at(p_tenant uuid, p_table text) returns cold.tab
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tab cold.tab;
begin
  select * into v_tab from cold.tab t
  where t.tenant_id = p_tenant and t.table_no = app.table_name(p_tenant, p_table) and t.closed_at is null for update;
  if not found then
    raise exception 'table % has no tab', p_table
      using errcode = 'OC082', detail = jsonb_build_object('table', app.table_name(p_tenant, p_table));
  end if;
  return v_tab;
end
$$;
