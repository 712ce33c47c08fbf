-- Makes the amount of a locked ingredient p_quantity. Writes: cold.ingredient; as alert_stock.
create or replace function app.put_ingredient(p_tenant uuid, p_ingredient text, p_quantity numeric) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_was numeric;
  v_is cold.ingredient;
begin
  select g.quantity into strict v_was from cold.ingredient g
  where g.tenant_id = p_tenant and g.ingredient_id = p_ingredient;
  update cold.ingredient g set quantity = p_quantity
  where g.tenant_id = p_tenant and g.ingredient_id = p_ingredient returning * into v_is;
  perform app.alert_ingredient(v_is, v_was);
end
$$;
