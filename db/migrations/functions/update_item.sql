-- Changes options, removals or note of a line in the cart. p_change: {"options": [chosen now], "without": [left out now],
-- "without_options": [options taken off again], "note": text or null to keep it}.
-- An option of a group that takes one replaces the old one. A line that becomes equal to another joins it.
-- Writes: item_updated, or item_removed and item_added events. Raises: OC001, OC002, OC004 to OC011, OC017.
create or replace function app.update_item(p_tenant uuid, p_turn jsonb, p_line jsonb, p_change jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_ask jsonb;
  v_old hot.session_cart;
  v_new jsonb;
  v_event jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  v_ask := app.line_numbers(v_turn, p_line);
  if v_ask is not null then
    return app.session_view(v_turn, jsonb_build_object('ask_lines', v_ask));
  end if;
  select * into strict v_old from app.find_lines(v_turn, p_line);
  v_new := app.price_line(p_tenant, v_old.item_id, app.changed_wish(v_old, p_change), v_turn.at);

  if exists (
    select from hot.session_cart c
    where c.tenant_id = p_tenant and c.session_id = v_turn.session_id and c.line_key = v_new ->> 'line_key'
      and c.line_no <> v_old.line_no
  ) then
    perform app.put_quantity(v_turn, v_old, 0);
    v_event := app.add_line(v_turn, v_new, v_old.quantity);
    return app.session_view(v_turn, jsonb_build_object('changed', jsonb_build_array(v_event)));
  end if;

  v_event := v_new || jsonb_build_object(
    'line_no', v_old.line_no, 'quantity', v_old.quantity, 'quantity_after', v_old.quantity);
  perform app.record_event(v_turn, 'item_updated', v_event);
  return app.session_view(v_turn, jsonb_build_object('changed', jsonb_build_array(app.changed_line(v_event, 0))));
end
$$;
