-- The value of what a staff event is about, as the event keeps it, locked; null for what an undo cannot bring back.
-- p_subject: "stock:idly", "item:idly", "order:<id>", "table:<session>:<line>"; of a table the caller has locked the session.
create or replace function app.staff_value(p_turn app.turn, p_subject text) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_of text := substr(p_subject, strpos(p_subject, ':') + 1);
  v_value jsonb;
begin
  case split_part(p_subject, ':', 1)
  when 'stock' then
    select jsonb_build_object('quantity', s.quantity) into v_value from cold.menu_item_stock s
    where s.tenant_id = p_turn.tenant_id and s.item_id = v_of for update;
    v_value := coalesce(v_value, jsonb '{"quantity": null}');
  when 'item' then
    -- In UTC without saying so: the text must not depend on the time zone of a connection.
    select jsonb_build_object('is_available', i.is_available, 'unavailable_until', i.unavailable_until at time zone 'utc')
      into v_value
    from cold.menu_item i where i.tenant_id = p_turn.tenant_id and i.item_id = v_of for no key update;
  when 'table' then
    select jsonb_build_object('quantity', case when c.is_active then c.quantity else 0 end) into v_value
    from hot.session_cart c
    where c.tenant_id = p_turn.tenant_id and c.session_id = split_part(v_of, ':', 1)
      and c.line_no = split_part(v_of, ':', 2)::integer;
  when 'order' then
    v_value := app.order_value(app.lock_order(p_turn.tenant_id, v_of::uuid));
  else
    null;
  end case;
  return v_value;
end
$$;
