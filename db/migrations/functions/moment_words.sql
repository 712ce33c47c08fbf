-- From when on, for a person in the shop's time: "today from 17:00", "tomorrow from 07:00", "on Monday from 07:00",
-- "on 24 December from 07:00"; null for null.
create or replace function app.moment_words(p_from timestamptz, p_zone text) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_local timestamp := p_from at time zone p_zone;
  v_days integer := v_local::date - (app.now() at time zone p_zone)::date;
begin
  return case
      when v_days = 0 then 'today'
      when v_days = 1 then 'tomorrow'
      else to_char(v_local, case when v_days < 7 then '"on "FMDay' else '"on "FMDD FMMonth' end)
    end || to_char(v_local, '" from "HH24:MI');
end
$$;
