-- The dish or ingredient a staff event is about, by its subject ("stock:idly", "low:ingredient:milk"); null: it is about
-- neither.
create or replace function app.counted_name(p_tenant uuid, p_subject text) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_subject constant text := regexp_replace(p_subject, '^low:', '');
  v_id constant text := substr(v_subject, strpos(v_subject, ':') + 1);
begin
  return case split_part(v_subject, ':', 1)
    when 'ingredient' then (
      select g.name from cold.ingredient g where g.tenant_id = p_tenant and g.ingredient_id = v_id)
    else (select i.name from cold.menu_item i where i.tenant_id = p_tenant and i.item_id = v_id) end;
end
$$;
