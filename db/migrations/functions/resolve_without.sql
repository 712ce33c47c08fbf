-- What a line is made without, as it stands on the menu: [{"group_id", "option_id"}] with names, in the menu's order.
-- Raises: OC008 where the item has no such thing to leave out.
create or replace function app.resolve_without(p_item cold.menu_item, p_without jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_asked bigint := (
    select count(distinct (w.group_id, w.option_id))
    from jsonb_to_recordset(p_without) as w (group_id text, option_id text));
  v_without jsonb := (
    select coalesce(jsonb_agg(jsonb_build_object('group_id', o.group_id, 'option_id', o.option_id, 'name', o.name)
                              order by ig.position, o.position), '[]')
    from (select distinct r.* from jsonb_to_recordset(p_without) as r (group_id text, option_id text)) w
    join cold.menu_item_option_group ig
      on ig.tenant_id = p_item.tenant_id and ig.item_id = p_item.item_id and ig.group_id = w.group_id
    join cold.option_group g on g.tenant_id = ig.tenant_id and g.group_id = ig.group_id and g.negatable
    join cold.option o on o.tenant_id = ig.tenant_id and o.group_id = w.group_id and o.option_id = w.option_id
    where not o.is_removed);
begin
  if jsonb_array_length(v_without) <> v_asked then
    raise exception '% has no such thing to leave out', p_item.item_id
      using errcode = 'OC008', detail = jsonb_build_object('item', p_item.name);
  end if;
  return v_without;
end
$$;
