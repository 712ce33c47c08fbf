-- A line of an item as the menu has it, in the form events carry: key, name, options, price of one piece.
-- p_wish: {"options": […], "without": […], "note": text}. The price never comes from the caller.
-- p_at: the moment options must be available at. Whether the item itself can be had then, require_available judges.
-- Raises: OC001 not on the menu, OC008, OC009, OC010, OC017.
create or replace function app.price_line(p_tenant uuid, p_item text, p_wish jsonb, p_at timestamptz) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_item cold.menu_item;
  v_options jsonb;
  v_without jsonb;
  v_note text := nullif(left(btrim(p_wish ->> 'note'), 200), '');
begin
  select * into v_item from cold.menu_item i where i.tenant_id = p_tenant and i.item_id = p_item and not i.is_removed;
  if not found then
    raise exception 'no item %', p_item using errcode = 'OC001';
  end if;
  v_without := app.resolve_without(v_item, coalesce(p_wish -> 'without', '[]'));
  v_options := app.resolve_options(v_item, coalesce(p_wish -> 'options', '[]'), v_without, p_at);
  return jsonb_build_object(
    'item_id', v_item.item_id, 'item_name', v_item.name, 'options', v_options, 'without', v_without, 'note', v_note,
    'price', app.check_amount(app.unit_price(v_item.price, v_options))::text,
    'line_key', app.line_key(v_item.item_id, v_options, v_without, v_note));
end
$$;
