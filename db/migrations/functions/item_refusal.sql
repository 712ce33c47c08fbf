-- Why an item cannot be ordered at a moment: 'unknown', 'unavailable', 'not_served', or null when it can.
create or replace function app.item_refusal(p_tenant uuid, p_item text, p_at timestamptz) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select case
      when i.item_id is null or i.is_removed then 'unknown'
      when not i.is_available and (i.unavailable_until is null or i.unavailable_until > p_at) then 'unavailable'
      when not exists (select from cold.menu_item_period s where s.tenant_id = p_tenant and s.item_id = p_item) then null
      when exists (
        select from cold.menu_item_period s
        join cold.meal_period p using (tenant_id, meal_period_id)
        cross join lateral (select (p_at at time zone t.time_zone)::time as clock) local
        where s.tenant_id = p_tenant and s.item_id = p_item
          and case when p.starts_at <= p.ends_at then local.clock >= p.starts_at and local.clock < p.ends_at
                   else local.clock >= p.starts_at or local.clock < p.ends_at end
      ) then null
      else 'not_served'
    end
    from cold.tenants t
    left join cold.menu_item i on i.tenant_id = t.tenant_id and i.item_id = p_item
    where t.tenant_id = p_tenant);
end
$$;
