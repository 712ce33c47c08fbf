-- At which table an order is eaten: that of its tab, which may have been moved or merged, else the one that was said.
create or replace function app.order_table(p_order cold.orders) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_order.tab_id is null then
    return p_order.table_no;
  end if;
  return (
    with recursive sat as (
      select t.* from cold.tab t where t.tenant_id = p_order.tenant_id and t.tab_id = p_order.tab_id
      union
      select t.* from sat s
      join cold.tab t on t.tenant_id = s.tenant_id and t.tab_id = s.merged_into
    )
    select s.table_no from sat s where s.merged_into is null);
end
$$;
