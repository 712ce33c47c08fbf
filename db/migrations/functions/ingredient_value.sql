-- How much of an ingredient there is, as a staff event keeps it: {"stock": "3 l"}.
create or replace function app.ingredient_value(p_ingredient cold.ingredient) returns jsonb
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return jsonb_build_object('stock', trim_scale(p_ingredient.quantity) || ' ' || p_ingredient.unit);
end
$$;
