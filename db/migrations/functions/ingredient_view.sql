-- Ingredients as staff are told of them, in the form of SessionView.staff.ingredients, with what a piece of each dish takes.
create or replace function app.ingredient_view(p_tenant uuid, p_ingredients text[]) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'name', g.name, 'unit', g.unit, 'quantity', trim_scale(g.quantity)::text, 'low_at', trim_scale(g.low_at)::text,
      'dishes', (
        select coalesce(jsonb_agg(jsonb_build_object('item_name', i.name, 'amount', r.amount::text) order by i.position), '[]')
        from cold.recipe r
        join cold.menu_item i on i.tenant_id = r.tenant_id and i.item_id = r.item_id and not i.is_removed
        where r.tenant_id = p_tenant and r.ingredient_id = g.ingredient_id))
      order by w.ordinality), '[]')
    from unnest(p_ingredients) with ordinality w (ingredient_id, ordinality)
    join cold.ingredient g on g.tenant_id = p_tenant and g.ingredient_id = w.ingredient_id and not g.is_removed);
end
$$;
