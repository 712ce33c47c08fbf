-- When a shop takes orders on these days, in its own time: its hours or those of a special day, each shortened by the
-- time after the last order. Hours that touch are one, so that nobody is sent home at midnight.
create or replace function app.open_times(p_tenant uuid, p_from date, p_to date) returns tsmultirange
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    with kept as (
      select range_agg(tsrange(
        d.no + h.opens_at,
        d.no + h.closes_at + case when h.closes_at <= h.opens_at then interval '1 day' else '0' end)) as hours
      from (select p_from + n as no from generate_series(0, p_to - p_from) n) d
      left join cold.special_day s on s.tenant_id = p_tenant and s.day = d.no
      cross join lateral (
        select s.opens_at, s.closes_at where s.opens_at is not null
        union all
        select o.opens_at, o.closes_at from cold.opening_hours o
        where s.day is null and o.tenant_id = p_tenant and o.weekday = extract(isodow from d.no)
        union all
        select '00:00', '00:00'
        where s.day is null and not exists (select from cold.opening_hours o where o.tenant_id = p_tenant)
      ) h
    )
    select range_agg(tsrange(lower(r), upper(r) - l.pause))
    from kept
    cross join lateral unnest(kept.hours) r
    cross join (
      select make_interval(mins => t.last_order_minutes) as pause from cold.tenants t where t.tenant_id = p_tenant) l
    where upper(r) - l.pause > lower(r));
end
$$;
