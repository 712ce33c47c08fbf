-- Locks a dish of the menu for a change by staff; orders of it go on. Raises: OC001 not on the menu.
create or replace function app.staff_item(p_turn app.turn, p_item text) returns cold.menu_item
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_item cold.menu_item;
begin
  select * into v_item from cold.menu_item i
  where i.tenant_id = p_turn.tenant_id and i.item_id = p_item and not i.is_removed for no key update;
  if not found then
    raise exception 'no item %', p_item using errcode = 'OC001';
  end if;
  return v_item;
end
$$;
