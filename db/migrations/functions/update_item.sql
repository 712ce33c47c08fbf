-- Changes options, removals or note of a line in the cart. p_change: {"options": [chosen now], "without": [left out now],
-- "without_options": [options taken off again], "note": text or null to keep it, "accept"?: conflicts accepted}.
-- An option of a group that takes one replaces the old one. A line that becomes equal to another joins it. A change that
-- goes against the customer's rules more than the line does already is not made, and told in the view's conflicts.
-- Writes: item_updated, or item_removed and item_added events. Raises: OC001, OC002, OC004 to OC011, OC017, OC019, OC020.
create or replace function app.update_item(p_tenant uuid, p_turn jsonb, p_line jsonb, p_change jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_ask jsonb;
  v_old hot.session_cart;
  v_new jsonb;
  v_against jsonb;
  v_event jsonb;
  v_was jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  v_ask := app.line_numbers(v_turn, p_line);
  if v_ask is not null then
    return app.session_view(v_turn, jsonb_build_object('ask_lines', v_ask));
  end if;
  select * into strict v_old from app.find_lines(v_turn, p_line);
  -- It wants no piece more than before.
  perform app.require_available(v_turn, v_old.item_id, 0);
  v_new := app.accept_conflicts(
    v_turn, app.price_line(p_tenant, v_old.item_id, app.changed_wish(v_old, p_change), app.judged_at(v_turn)),
    v_old.accepted || coalesce(p_change -> 'accept', '[]'));
  v_against := app.added_conflicts(v_turn, app.cart_line(v_old), v_new);
  if v_against <> '[]' then
    return app.session_view(v_turn, jsonb_build_object(
      'conflicts', jsonb_build_array(app.conflicting_line(0, v_new, v_against))));
  end if;

  -- A price that has moved since the line was added is told apart from what the change itself costs.
  v_was := app.moved_price(v_turn, v_old);
  if exists (
    select from hot.session_cart c
    where c.tenant_id = p_tenant and c.session_id = v_turn.session_id and c.line_key = v_new ->> 'line_key'
      and c.line_no <> v_old.line_no
  ) then
    perform app.put_quantity(v_turn, v_old, 0);
    v_event := app.add_line(v_turn, v_new, v_old.quantity);
    return app.session_view(v_turn, jsonb_build_object('changed', jsonb_build_array(v_event || v_was)));
  end if;

  v_event := v_new || jsonb_build_object(
    'line_no', v_old.line_no, 'quantity', v_old.quantity, 'quantity_after', v_old.quantity);
  perform app.record_event(v_turn, 'item_updated', v_event);
  return app.session_view(v_turn, jsonb_build_object(
    'changed', jsonb_build_array(app.changed_line(v_event, 0) || v_was)));
end
$$;
