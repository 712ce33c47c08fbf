-- When a shop closes for the last time on a day of its own, in its own time: 23:00 where it keeps no hours, and midnight
-- where p_after is later than that. Hours past midnight belong to the day they begin on.
create or replace function app.closing_time(p_tenant uuid, p_day date, p_after timestamp) returns timestamp
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_closes timestamp := (
    select max(p_day + h.closes_at + case when h.closes_at <= h.opens_at then interval '1 day' else '0' end)
    from (
      select s.opens_at, s.closes_at from cold.special_day s
      where s.tenant_id = p_tenant and s.day = p_day and s.opens_at is not null
      union all
      select o.opens_at, o.closes_at from cold.opening_hours o
      where o.tenant_id = p_tenant and o.weekday = extract(isodow from p_day)
        and not exists (select from cold.special_day x where x.tenant_id = p_tenant and x.day = p_day)) h);
begin
  v_closes := coalesce(v_closes, p_day + time '23:00');
  return case when v_closes > p_after then v_closes else p_day + interval '1 day' end;
end
$$;
