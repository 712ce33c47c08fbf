-- When an item is served, for a person: "07:00-11:30 and 19:00-22:30" in the shop's time; null: all day.
create or replace function app.served_when(p_tenant uuid, p_item text) returns text
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
  select string_agg(to_char(p.starts_at, 'HH24:MI') || '-' || to_char(p.ends_at, 'HH24:MI'), ' and ' order by p.starts_at)
  from cold.menu_item_period i
  join cold.meal_period p using (tenant_id, meal_period_id)
  where i.tenant_id = p_tenant and i.item_id = p_item
$$;
