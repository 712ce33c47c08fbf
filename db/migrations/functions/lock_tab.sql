-- A tab, or the one it was merged into, locked until the caller commits: before its orders, and those before stock, so that
-- nobody waits for each other.
create or replace function app.lock_tab(p_tenant uuid, p_tab uuid) returns cold.tab
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_tab cold.tab;
begin
  select * into strict v_tab from cold.tab t where t.tenant_id = p_tenant and t.tab_id = p_tab;
  loop
    select * into strict v_tab from cold.tab t
    where t.tenant_id = p_tenant and t.tab_id = coalesce(v_tab.merged_into, v_tab.tab_id) for update;
    exit when v_tab.merged_into is null;
  end loop;
  return v_tab;
end
$$;
