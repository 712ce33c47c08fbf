-- Takes what pieces of lines of an order need of ingredients, by what order_item_ingredient keeps of each line; negative
-- pieces give it back. Locks them in their order. Writes: cold.ingredient; as alert_stock.
create or replace function app.take_ingredients(p_tenant uuid, p_order uuid, p_lines integer[], p_pieces integer[])
  returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v record;
begin
  perform from cold.ingredient g
  where g.tenant_id = p_tenant and g.ingredient_id in (
    select k.ingredient_id from cold.order_item_ingredient k
    where k.tenant_id = p_tenant and k.order_id = p_order and k.line_no = any (p_lines))
  order by g.ingredient_id for no key update;
  for v in
    update cold.ingredient g set quantity = g.quantity - d.amount
    from (select k.ingredient_id, sum(k.amount * x.pieces) as amount
          from unnest(p_lines, p_pieces) as x (line_no, pieces)
          join cold.order_item_ingredient k
            on k.tenant_id = p_tenant and k.order_id = p_order and k.line_no = x.line_no
          group by k.ingredient_id) d
    where g.tenant_id = p_tenant and g.ingredient_id = d.ingredient_id
    returning g as ingredient, d.amount
  loop
    perform app.alert_ingredient(v.ingredient, (v.ingredient).quantity + v.amount);
  end loop;
end
$$;
