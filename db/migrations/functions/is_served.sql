-- Whether one of an item's meal periods runs at a moment of the shop's own time. A period that ends before it starts
-- runs past midnight and belongs to the day on which it begins.
create or replace function app.is_served(p_tenant uuid, p_item text, p_local timestamp) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_clock time := p_local::time;
  v_today smallint := extract(isodow from p_local)::smallint;
  v_yesterday smallint := extract(isodow from p_local - interval '1 day')::smallint;
begin
  return exists (
    select from cold.menu_item_period i
    join cold.meal_period p using (tenant_id, meal_period_id)
    where i.tenant_id = p_tenant and i.item_id = p_item
      and case when p.starts_at <= p.ends_at
               then v_today = any (p.days) and v_clock >= p.starts_at and v_clock < p.ends_at
               else v_today = any (p.days) and v_clock >= p.starts_at
                    or v_yesterday = any (p.days) and v_clock < p.ends_at end);
end
$$;
