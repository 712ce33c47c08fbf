-- Whether a line was ordered with one of each of these: [[{"group_id", "option_id"}, …], …], the options a word can mean.
-- Null when nothing was asked.
create or replace function app.has_options(p_line hot.session_cart, p_wanted jsonb) returns boolean
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select bool_and(exists (
      select from jsonb_array_elements(w.value) one where p_line.options @> jsonb_build_array(one.value)))
    from jsonb_array_elements(p_wanted) w);
end
$$;
