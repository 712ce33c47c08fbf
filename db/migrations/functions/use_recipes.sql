-- Keeps with the lines of a new order what one piece of each takes of ingredients, by the recipes of now, and takes it for
-- all of them. A shop without recipes does not pay for it. The caller has locked the ingredients (lock_items).
-- Writes: cold.order_item_ingredient; as take_ingredients.
create or replace function app.use_recipes(p_tenant uuid, p_order uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if not exists (select from cold.recipe r where r.tenant_id = p_tenant) then
    return;
  end if;
  insert into cold.order_item_ingredient (tenant_id, order_id, line_no, ingredient_id, amount)
  select l.tenant_id, l.order_id, l.line_no, r.ingredient_id, r.amount
  from cold.order_item l
  join cold.recipe r on r.tenant_id = l.tenant_id and r.item_id = l.menu_item_id
  where l.tenant_id = p_tenant and l.order_id = p_order;
  if found then
    perform app.take_ingredients(p_tenant, p_order, array_agg(l.line_no), array_agg(l.quantity))
    from cold.order_item l where l.tenant_id = p_tenant and l.order_id = p_order;
  end if;
end
$$;
