-- Adds lines to the cart, several at once: all of them or, where one is refused, none. A line that goes against the
-- customer's rules is left out beside the others and told in the view's conflicts, unless he accepts its conflicts.
-- p_lines: [{"item": {"item_id"} | {"last": true} | {"shown": n}, "quantity", "options", "without", "note", "accept"?}].
-- {"last": true} is the line mentioned last, as it was ordered; {"shown": n} the n-th dish of the menu page shown last.
-- p_unmet: [{"words", "quantity"} | {"item_id", "reason", "quantity"}], what was asked for besides and cannot be had.
-- Writes: item_added and demand_unmet events.
-- Raises: OC001, OC002, OC004, OC005, OC006, OC008, OC009, OC010, OC011, OC017, OC019, OC020.
create or replace function app.add_to_cart(p_tenant uuid, p_turn jsonb, p_lines jsonb, p_unmet jsonb default '[]')
  returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_added jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  v_added := app.add_lines(v_turn, p_lines);
  perform app.record_unmet(v_turn, jsonb '{"reason": "not_found"}' || u.value) from jsonb_array_elements(p_unmet) u;
  return app.session_view(v_turn, v_added);
end
$$;
