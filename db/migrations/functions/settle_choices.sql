-- Chosen options of an item of which only the session knew the name: of those that one phrase may mean, which share a
-- "choice" number, the one the item has. p_chosen: [{"group_id", "option_id", "amount"?, "count"?, "choice"?}].
-- Raises: OC008 where it has none of them, or several: that would be a guess.
create or replace function app.settle_choices(p_tenant uuid, p_item text, p_chosen jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_settled jsonb := (
    select coalesce(jsonb_agg(c.value order by c.ordinality), '[]')
    from jsonb_array_elements(p_chosen) with ordinality c
    where not c.value ? 'choice' or exists (
      select from cold.menu_item_option_group ig
      join cold.option o using (tenant_id, group_id)
      where ig.tenant_id = p_tenant and ig.item_id = p_item and ig.group_id = c.value ->> 'group_id'
        and o.option_id = c.value ->> 'option_id' and not o.is_removed));
  v_asked integer[] := array(
    select distinct (c.value ->> 'choice')::integer from jsonb_array_elements(p_chosen) c
    where c.value ? 'choice' order by 1);
  v_found integer[] := array(
    select (c.value ->> 'choice')::integer from jsonb_array_elements(v_settled) c
    where c.value ? 'choice' order by 1);
begin
  if v_found <> v_asked then
    raise exception 'a choice is not one option of %', p_item
      using errcode = 'OC008', detail = (
        select jsonb_build_object('item', i.name) from cold.menu_item i
        where i.tenant_id = p_tenant and i.item_id = p_item);
  end if;
  return v_settled;
end
$$;
