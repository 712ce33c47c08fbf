-- Whether a dish has what a change is about: of each phrase one of the options it can mean, and what shall be left out.
-- p_change: as app.update_item takes it.
create or replace function app.can_be_made(p_tenant uuid, p_item text, p_change jsonb) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return not exists (
    select from (
      select coalesce(c.value ->> 'choice', 'c' || c.ordinality) as phrase, c.value as one
      from jsonb_array_elements(
        coalesce(p_change -> 'options', '[]') || coalesce(p_change -> 'without', '[]')
        || coalesce(p_change -> 'without_options', '[]')) with ordinality c
    ) p
    left join cold.menu_item_option_group ig
      on ig.tenant_id = p_tenant and ig.item_id = p_item and ig.group_id = p.one ->> 'group_id'
    group by p.phrase having count(ig.item_id) = 0);
end
$$;
