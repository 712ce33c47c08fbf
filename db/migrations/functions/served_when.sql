-- When an item is served, for a person: "07:00-11:30 and 19:00-22:30" in the shop's time, with the days where it is not
-- every day: "Sat, Sun 10:00-14:00"; null: all day.
create or replace function app.served_when(p_tenant uuid, p_item text) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select string_agg(
      concat_ws(' ', app.day_words(p.days), to_char(p.starts_at, 'HH24:MI') || '-' || to_char(p.ends_at, 'HH24:MI')),
      ' and ' order by p.starts_at, p.days, p.ends_at)
    from cold.menu_item_period i
    join cold.meal_period p using (tenant_id, meal_period_id)
    where i.tenant_id = p_tenant and i.item_id = p_item);
end
$$;
