-- Of dishes, by their numbers, those a customer with these rules can be shown, in the same order. A dish fits when it does
-- not conflict itself, or when it has an option that makes it suit the diet; its options are judged when it is added.
create or replace function app.fitting_items(p_tenant uuid, p_rules jsonb, p_items integer[]) returns integer[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_allergens text[] := array(
    select jsonb_array_elements_text(coalesce(p_rules -> 'allergens', '[]') || coalesce(p_rules -> 'unchecked', '[]')));
  v_diets text[] := array(select jsonb_array_elements_text(p_rules -> 'diets'));
begin
  return array(
    with made_to_suit as materialized (
      select distinct ig.item_id, d.diet
      from unnest(v_diets) as d (diet)
      join cold.option o on o.tenant_id = p_tenant and d.diet = any (o.suitable_for) and not o.is_removed
      join cold.menu_item_option_group ig on ig.tenant_id = o.tenant_id and ig.group_id = o.group_id
    )
    select i.item_no
    from unnest(p_items) with ordinality as w (item_no, place)
    join cold.menu_item i on i.tenant_id = p_tenant and i.item_no = w.item_no
    where not i.is_removed and not i.allergens && v_allergens
      and not exists (
        select from unnest(v_diets) as d (diet)
        where not app.suits_diet(d.diet, i.diet, i.suitable_for)
          and (app.breaks_diet(d.diet, i.diet, i.allergens, i.suitable_for, '{}')
               or (i.item_id, d.diet) not in (select m.item_id, m.diet from made_to_suit m)))
    order by w.place);
end
$$;
