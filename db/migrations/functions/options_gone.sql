-- The names of those among chosen options that an item does not offer at a moment; null when it offers all of them.
-- p_chosen: as options_offered.
create or replace function app.options_gone(p_item cold.menu_item, p_chosen jsonb, p_at timestamptz) returns text[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_chosen = '[]' then
    return null;
  end if;
  return (
    select array_agg(o.gone order by o.gone)
    from app.options_offered(p_item, p_chosen, p_at) o where o.gone is not null);
end
$$;
