-- Changes options, removals or note of a line in the cart, of p_quantity of its pieces where that is said; of all lines
-- a reference means where that says so. p_change: {"options": [chosen now], "without": [left out now],
-- "without_options": [options taken off again], "note": text or null to keep it, "accept"?: conflicts accepted}.
-- An option of a group that takes one replaces the old one. A line that becomes equal to another joins it. A change that
-- goes against the customer's rules more than the line does already is not made, and told in the view's conflicts.
-- Writes: item_updated, or item_removed, quantity_set and item_added events.
-- Raises: OC001, OC002, OC004 to OC011, OC017, OC019, OC020.
create or replace function app.update_item(
  p_tenant uuid, p_turn jsonb, p_line jsonb, p_change jsonb, p_quantity integer default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_line_nos integer[];
  v_line_no integer;
  v_old hot.session_cart;
  v_new jsonb;
  v_against jsonb;
  v_conflicts jsonb := jsonb '[]';
  v_changes jsonb := jsonb '{}';
  v_changed jsonb := jsonb '[]';
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  perform app.check_quantity(coalesce(p_quantity, 99));
  v_line_nos := app.lines_to_change(v_turn, p_line, p_change);
  if cardinality(v_line_nos) > 1 and not p_line ? 'all' then
    return app.session_view(v_turn, jsonb_build_object('ask_lines', to_jsonb(v_line_nos)));
  end if;
  foreach v_line_no in array v_line_nos loop
    select * into strict v_old from app.find_lines(v_turn, jsonb_build_object('line_no', v_line_no));
    -- It wants no piece more than before.
    perform app.require_available(v_turn, v_old.item_id, 0);
    v_new := app.accept_conflicts(
      v_turn, app.price_line(p_tenant, v_old.item_id, app.changed_wish(v_old, p_change), app.judged_at(v_turn)),
      v_old.accepted || coalesce(p_change -> 'accept', '[]'));
    v_against := app.added_conflicts(v_turn, app.cart_line(v_old), v_new);
    if v_against <> '[]' then
      v_conflicts := v_conflicts || jsonb_build_array(app.conflicting_line(0, v_new, v_against));
    end if;
    v_changes := v_changes || jsonb_build_object(v_line_no, v_new);
  end loop;
  if v_conflicts <> '[]' then
    return app.session_view(v_turn, jsonb_build_object('conflicts', v_conflicts));
  end if;

  foreach v_line_no in array v_line_nos loop
    -- One that was joined by another since has more pieces than before.
    select * into strict v_old from app.find_lines(v_turn, jsonb_build_object('line_no', v_line_no));
    v_changed := v_changed || jsonb_build_array(app.change_line(
      v_turn, v_old, v_changes -> v_line_no::text, coalesce(p_quantity, v_old.quantity)));
  end loop;
  return app.session_view(v_turn, jsonb_build_object('changed', v_changed));
end
$$;
