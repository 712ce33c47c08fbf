-- What of a line goes against the customer's rules and is not accepted for it: [{"kind": "allergen" | "diet", "what",
-- "because"}], [] when nothing. p_line: {"item_id", "options", "without", "accepted"?} as events carry them.
-- A line is the dish, what was chosen, and the usual choice of each group of which nothing was chosen or left out.
-- An option can make a dish suit of which the shop says nothing, but not one that holds what the diet never has.
-- `because` names the dish where it conflicts itself, else each option that does.
create or replace function app.line_conflicts(p_turn app.turn, p_line jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_rules jsonb := (
    select s.dietary from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
  -- An allergy no dish was marked with blocks as soon as one is.
  v_allergens jsonb := coalesce(v_rules -> 'allergens', '[]') || coalesce(v_rules -> 'unchecked', '[]');
begin
  if v_rules = '{}' then
    return jsonb '[]';
  end if;
  return (
    with chosen as (
      select c.group_id, c.option_id, true as by_customer
      from jsonb_to_recordset(p_line -> 'options') as c (group_id text, option_id text)
    ), part as (
      select 0 as place, i.name, i.diet, i.allergens, i.suitable_for, '{}'::text[] as unsuitable_for, true as is_item,
             true as by_customer
      from cold.menu_item i where i.tenant_id = p_turn.tenant_id and i.item_id = p_line ->> 'item_id'
      union all
      select 1 + ig.position, o.name, o.diet, o.allergens, o.suitable_for, o.unsuitable_for, false, x.by_customer
      from cold.menu_item_option_group ig
      join cold.option_group g using (tenant_id, group_id)
      cross join lateral (
        select c.option_id, c.by_customer from chosen c where c.group_id = ig.group_id
        union all
        select g.default_option_id, false
        where not exists (select from chosen c where c.group_id = ig.group_id)
          and not p_line -> 'without' @> jsonb_build_array(
            jsonb_build_object('group_id', ig.group_id, 'option_id', g.default_option_id))
      ) x
      join cold.option o
        on o.tenant_id = ig.tenant_id and o.group_id = ig.group_id and o.option_id = x.option_id and not o.is_removed
      where ig.tenant_id = p_turn.tenant_id and ig.item_id = p_line ->> 'item_id'
    ), conflict as (
      select 'allergen' as kind, r.allergen as what, p.place, p.name, p.is_item
      from part p
      cross join lateral jsonb_array_elements_text(v_allergens) as r (allergen)
      where r.allergen = any (p.allergens)
      union
      select 'diet', r.diet, p.place, p.name, p.is_item
      from part p
      cross join lateral jsonb_array_elements_text(v_rules -> 'diets') as r (diet)
      where app.breaks_diet(r.diet, p.diet, p.allergens, p.suitable_for, p.unsuitable_for)
        or (p.is_item and not app.suits_diet(r.diet, p.diet, p.suitable_for)
            and not exists (
              select from part o where not o.is_item and o.by_customer and r.diet = any (o.suitable_for)))
    )
    select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'what', c.what, 'because', c.name)
                              order by c.kind, c.what, c.place, c.name), '[]')
    from conflict c
    where not coalesce(p_line -> 'accepted', '[]') ? (c.kind || ':' || c.what)
      and (c.is_item or not exists (
        select from conflict d where d.is_item and (d.kind, d.what) = (c.kind, c.what))));
end
$$;
