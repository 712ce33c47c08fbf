-- Chosen options as they stand on the menu: names and prices read, duplicates gone, in the menu's order.
-- p_chosen: [{"group_id", "option_id", "amount"?, "count"?}]; p_without: what is left out. A group that must be chosen
-- from, or that sets the price, gets its default where nothing was chosen. Two shots are two choices of their group.
-- Raises: OC008 not offered for this item at p_at, OC009 a required group is missing, OC010 too many of a group.
create or replace function app.resolve_options(
  p_item cold.menu_item, p_chosen jsonb, p_without jsonb, p_at timestamptz
) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_chosen jsonb := jsonb '[]';
  v_gone text;
  v_group record;
  v_default jsonb;
begin
  if p_chosen <> '[]' then
    select jsonb_agg(o.choice order by o.place), min(o.gone) into v_chosen, v_gone
    from app.options_offered(p_item, p_chosen, p_at) o;
    if v_gone is not null then
      raise exception 'a choice is not offered for %', p_item.item_id
        using errcode = 'OC008', detail = jsonb_build_object('item', p_item.name, 'option', v_gone);
    end if;
  end if;

  for v_group in
    select g.*, (
      select coalesce(sum(c.count), 0)
      from jsonb_to_recordset(v_chosen) as c (group_id text, count integer) where c.group_id = g.group_id) as chosen
    from cold.menu_item_option_group ig
    join cold.option_group g using (tenant_id, group_id)
    where ig.tenant_id = p_item.tenant_id and ig.item_id = p_item.item_id
    order by ig.position
  loop
    if v_group.chosen = 0 and v_group.default_option_id is not null
       and (v_group.min_choices > 0 or v_group.replaces_price) then
      v_default := jsonb_build_array(jsonb_build_object(
        'group_id', v_group.group_id, 'option_id', v_group.default_option_id));
      if not p_without @> v_default and app.options_gone(p_item, v_default, p_at) is null then
        return app.resolve_options(p_item, p_chosen || v_default, p_without, p_at);
      end if;
    end if;
    if v_group.chosen < v_group.min_choices then
      raise exception '% needs a choice of %', p_item.item_id, v_group.name
        using errcode = 'OC009', detail = jsonb_build_object('item', p_item.name, 'group', v_group.name);
    elsif v_group.chosen > v_group.max_choices then
      raise exception '% takes at most % of %', p_item.item_id, v_group.max_choices, v_group.name
        using errcode = 'OC010',
              detail = jsonb_build_object('item', p_item.name, 'group', v_group.name, 'max', v_group.max_choices);
    end if;
  end loop;
  return v_chosen;
end
$$;
