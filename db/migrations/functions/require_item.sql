-- The menu row of an item that can be ordered at a moment.
-- Raises: OC001 not on the menu, OC005 sold out, OC006 not served now.
create or replace function app.require_item(p_tenant uuid, p_item text, p_at timestamptz) returns cold.menu_item
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_item cold.menu_item;
  v_refusal text := app.item_refusal(p_tenant, p_item, p_at);
begin
  if v_refusal = 'unknown' then
    raise exception 'no item %', p_item using errcode = 'OC001';
  end if;
  select * into strict v_item from cold.menu_item i where i.tenant_id = p_tenant and i.item_id = p_item;
  if v_refusal = 'unavailable' then
    raise exception '% is sold out', p_item
      using errcode = 'OC005', detail = jsonb_build_object('item', v_item.name);
  elsif v_refusal = 'not_served' then
    raise exception '% is not served now', p_item
      using errcode = 'OC006',
            detail = jsonb_build_object('item', v_item.name, 'when', app.served_when(p_tenant, p_item));
  end if;
  return v_item;
end
$$;
