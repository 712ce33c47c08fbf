-- An ingredient, locked for a change; orders that need it wait. Raises: OC093 no such ingredient.
create or replace function app.lock_ingredient(p_tenant uuid, p_ingredient text) returns cold.ingredient
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_ingredient cold.ingredient;
begin
  select * into v_ingredient from cold.ingredient g
  where g.tenant_id = p_tenant and g.ingredient_id = p_ingredient and not g.is_removed for no key update;
  if not found then
    raise exception 'no ingredient %', p_ingredient using errcode = 'OC093';
  end if;
  return v_ingredient;
end
$$;
