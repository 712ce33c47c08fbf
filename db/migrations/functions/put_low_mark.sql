-- Gives the dish or ingredient of a subject ("low:item:idly", "low:ingredient:milk") a low mark; null: none.
-- Writes: cold.menu_item_stock, ingredient.
create or replace function app.put_low_mark(p_tenant uuid, p_subject text, p_low numeric) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_of text := substr(p_subject, strpos(p_subject, ':') + 1);
  v_id text := substr(v_of, strpos(v_of, ':') + 1);
begin
  if v_of like 'item:%' then
    update cold.menu_item_stock s set low_at = p_low::integer where s.tenant_id = p_tenant and s.item_id = v_id;
  else
    update cold.ingredient g set low_at = p_low where g.tenant_id = p_tenant and g.ingredient_id = v_id;
  end if;
end
$$;
