-- The names of those among left out things that an item no longer has to leave out; null when it has all of them.
-- p_without: [{"group_id", "option_id", "name"?}].
create or replace function app.things_gone(p_item cold.menu_item, p_without jsonb) returns text[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_without = '[]' then
    return null;
  end if;
  return (
    select array_agg(coalesce(w.name, w.option_id))
    from jsonb_to_recordset(p_without) as w (group_id text, option_id text, name text)
    where not exists (
      select from cold.menu_item_option_group ig
      join cold.option_group g on g.tenant_id = ig.tenant_id and g.group_id = ig.group_id and g.negatable
      join cold.option o on o.tenant_id = g.tenant_id and o.group_id = g.group_id and o.option_id = w.option_id
      where ig.tenant_id = p_item.tenant_id and ig.item_id = p_item.item_id and ig.group_id = w.group_id
        and not o.is_removed));
end
$$;
