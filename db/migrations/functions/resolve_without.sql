-- What a line is made without, as it stands on the menu: [{"group_id", "option_id"}] with names, in the menu's order.
-- Raises: OC008 where the item has no such thing to leave out.
create or replace function app.resolve_without(p_item cold.menu_item, p_without jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_gone text[] := app.things_gone(p_item, p_without);
begin
  if v_gone is not null then
    raise exception '% has no such thing to leave out', p_item.item_id
      using errcode = 'OC008', detail = jsonb_build_object('item', p_item.name, 'option', v_gone[1]);
  elsif p_without = '[]' then
    return p_without;
  end if;
  return (
    select jsonb_agg(jsonb_build_object('group_id', o.group_id, 'option_id', o.option_id, 'name', o.name)
                     order by ig.position, o.position)
    from (select distinct r.* from jsonb_to_recordset(p_without) as r (group_id text, option_id text)) w
    join cold.menu_item_option_group ig
      on ig.tenant_id = p_item.tenant_id and ig.item_id = p_item.item_id and ig.group_id = w.group_id
    join cold.option o on o.tenant_id = ig.tenant_id and o.group_id = w.group_id and o.option_id = w.option_id);
end
$$;
