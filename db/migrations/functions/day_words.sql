-- Weekdays for a person: "Mon-Fri", "Sat, Sun"; null for all of them. 1 is Monday.
create or replace function app.day_words(p_days smallint[]) returns text
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_names text[] := array['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
begin
  if p_days @> '{1,2,3,4,5,6,7}' then
    return null;
  end if;
  return (
    select string_agg(
      v_names[run.first] || case run.last - run.first when 0 then '' when 1 then ', ' else '-' end
      || case when run.last > run.first then v_names[run.last] else '' end, ', ' order by run.first)
    from (
      select min(day.no) as first, max(day.no) as last
      from (select d.no, d.no - row_number() over (order by d.no) as run
            from (select distinct no from unnest(p_days) no) d) day
      group by day.run
    ) run);
end
$$;
