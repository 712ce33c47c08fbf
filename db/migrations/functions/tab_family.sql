-- A tab and all that were merged into it.
create or replace function app.tab_family(p_tenant uuid, p_tab uuid) returns uuid[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array(
    with recursive family as (
      select p_tab as tab_id
      union
      select t.tab_id from family f
      join cold.tab t on t.tenant_id = p_tenant and t.merged_into = f.tab_id
    )
    select f.tab_id from family f);
end
$$;
