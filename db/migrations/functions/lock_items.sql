-- Locks what counts how many there are of some dishes: their stock in the order of the items, then the ingredients of their
-- recipes in the order of those, so that two orders never wait for each other. What is left must be read by a later
-- statement: only that sees what the lock has waited for.
create or replace function app.lock_items(p_tenant uuid, p_items text[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform from cold.menu_item_stock s
  where s.tenant_id = p_tenant and s.item_id = any (p_items)
  order by s.item_id for update;
  if exists (select from cold.recipe r where r.tenant_id = p_tenant) then
    perform from cold.ingredient g
    where g.tenant_id = p_tenant and g.ingredient_id in (
      select r.ingredient_id from cold.recipe r where r.tenant_id = p_tenant and r.item_id = any (p_items))
    order by g.ingredient_id for no key update;
  end if;
end
$$;
