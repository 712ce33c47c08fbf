-- A text as areas are found in it: lower case, its words between single spaces, a pin code without the gap in its middle.
create or replace function app.area_words(p_text text) returns text
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_words text := regexp_replace(lower(p_text), '[[:space:][:punct:]]+', ' ', 'g');
begin
  return ' ' || btrim(regexp_replace(v_words, '\m(\d{3}) (\d{3})\M', '\1\2', 'g')) || ' ';
end
$$;
