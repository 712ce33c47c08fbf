-- alert_stock for an ingredient whose row is locked and has its new amount; p_was: what there was. It has run out for the
-- dishes of which it no longer makes a piece. Writes: cold.outbox.
create or replace function app.alert_ingredient(p_ingredient cold.ingredient, p_was numeric) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_ingredient.quantity < p_was then
    perform app.alert_stock(
      p_ingredient.tenant_id, p_ingredient.name, p_ingredient.unit, p_was, p_ingredient.quantity, p_ingredient.low_at, (
        select string_agg(i.name, ', ' order by i.position) from cold.recipe r
        join cold.menu_item i on i.tenant_id = r.tenant_id and i.item_id = r.item_id and not i.is_removed
        where r.tenant_id = p_ingredient.tenant_id and r.ingredient_id = p_ingredient.ingredient_id
          and r.amount > p_ingredient.quantity and r.amount <= p_was));
  end if;
end
$$;
