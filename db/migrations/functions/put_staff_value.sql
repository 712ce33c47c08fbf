-- Gives what a staff event is about a value as staff_value has it; the caller has locked it.
-- Writes: cold.menu_item_stock, menu_item; a quantity_set or item_removed event of a table; as put_order_back.
-- Raises: as put_quantity.
create or replace function app.put_staff_value(p_turn app.turn, p_subject text, p_value jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_of text := substr(p_subject, strpos(p_subject, ':') + 1);
begin
  case split_part(p_subject, ':', 1)
  when 'stock' then
    perform app.put_stock(p_turn.tenant_id, v_of, (p_value ->> 'quantity')::integer);
  when 'item' then
    update cold.menu_item i set
      is_available = (p_value ->> 'is_available')::boolean,
      unavailable_until = (p_value ->> 'unavailable_until')::timestamp at time zone 'utc'
    where i.tenant_id = p_turn.tenant_id and i.item_id = v_of;
  when 'table' then
    perform app.put_quantity(p_turn, c, (p_value ->> 'quantity')::integer)
    from hot.session_cart c
    where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id
      and c.line_no = split_part(v_of, ':', 2)::integer;
  when 'order' then
    perform app.put_order_back(p_turn, v_of::uuid, p_value);
  end case;
end
$$;
