-- Chosen options as they stand on the menu: names and prices read, duplicates gone, in the menu's order.
-- p_chosen: [{"group_id", "option_id", "amount"?, "count"?}]. Returns the same with name and price_delta.
-- Raises: OC008 not offered for this item, OC009 a required group is missing, OC010 too many of a group.
create or replace function app.resolve_options(p_item cold.menu_item, p_chosen jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_options jsonb;
  v_group record;
begin
  if exists (
    select from jsonb_to_recordset(p_chosen) as c (group_id text, option_id text, amount text, count integer)
    left join cold.menu_item_option_group ig
      on ig.tenant_id = p_item.tenant_id and ig.item_id = p_item.item_id and ig.group_id = c.group_id
    left join cold.option_group g on g.tenant_id = ig.tenant_id and g.group_id = ig.group_id
    left join cold.option o
      on o.tenant_id = g.tenant_id and o.group_id = g.group_id and o.option_id = c.option_id
    where o.option_id is null or not o.is_available or o.is_removed
       or (c.amount is not null and c.amount <> all (g.amounts))
       or coalesce(c.count, 1) not between 1 and case when o.countable then 9 else 1 end
  ) then
    raise exception 'a choice is not offered for %', p_item.item_id
      using errcode = 'OC008', detail = jsonb_build_object('item', p_item.name);
  end if;

  select coalesce(jsonb_agg(jsonb_build_object(
           'group_id', o.group_id, 'option_id', o.option_id, 'name', o.name, 'amount', c.amount,
           'count', coalesce(c.count, 1), 'price_delta', o.price_delta::text) order by ig.position, o.position), '[]')
    into v_options
  from (
    select distinct on (d.group_id, d.option_id) d.*
    from jsonb_to_recordset(p_chosen) as d (group_id text, option_id text, amount text, count integer)
  ) c
  join cold.menu_item_option_group ig
    on ig.tenant_id = p_item.tenant_id and ig.item_id = p_item.item_id and ig.group_id = c.group_id
  join cold.option o on o.tenant_id = p_item.tenant_id and o.group_id = c.group_id and o.option_id = c.option_id;

  for v_group in
    select g.name, g.min_choices, g.max_choices,
           (select count(*) from jsonb_array_elements(v_options) o where o.value ->> 'group_id' = g.group_id) as chosen
    from cold.menu_item_option_group ig
    join cold.option_group g using (tenant_id, group_id)
    where ig.tenant_id = p_item.tenant_id and ig.item_id = p_item.item_id
    order by ig.position
  loop
    if v_group.chosen < v_group.min_choices then
      raise exception '% needs a choice of %', p_item.item_id, v_group.name
        using errcode = 'OC009', detail = jsonb_build_object('item', p_item.name, 'group', v_group.name);
    elsif v_group.chosen > v_group.max_choices then
      raise exception '% takes at most % of %', p_item.item_id, v_group.max_choices, v_group.name
        using errcode = 'OC010',
              detail = jsonb_build_object('item', p_item.name, 'group', v_group.name, 'max', v_group.max_choices);
    end if;
  end loop;
  return v_options;
end
$$;
