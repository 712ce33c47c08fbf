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
  v_at timestamptz := app.judged_at(v_turn);
  v_wish record;
  v_line jsonb;
  v_against jsonb;
  v_changed jsonb := jsonb '[]';
  v_conflicts jsonb := jsonb '[]';
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  for v_wish in
    select w.ordinality - 1 as index, w.value as said from jsonb_array_elements(p_lines) with ordinality w
  loop
    v_wish.said := app.resolve_wish(v_turn, v_wish.said);
    -- First whether it can be had at all: nobody is asked about the options of what cannot.
    perform app.require_available(
      v_turn, v_wish.said ->> 'item_id',
      app.pieces_in_cart(v_turn, v_wish.said ->> 'item_id') + app.check_quantity((v_wish.said ->> 'quantity')::integer));
    v_line := app.accept_conflicts(
      v_turn, app.price_line(p_tenant, v_wish.said ->> 'item_id', v_wish.said, v_at), v_wish.said -> 'accept');
    v_against := app.line_conflicts(v_turn, v_line);
    if v_against = '[]' then
      v_changed := v_changed || jsonb_build_array(app.add_line(
        v_turn, v_line, (v_wish.said ->> 'quantity')::integer));
    else
      v_conflicts := v_conflicts || jsonb_build_array(app.conflicting_line(v_wish.index, v_line, v_against));
    end if;
  end loop;
  perform app.record_unmet(v_turn, jsonb '{"reason": "not_found"}' || u.value) from jsonb_array_elements(p_unmet) u;
  return app.session_view(v_turn, jsonb_build_object('changed', v_changed, 'conflicts', v_conflicts));
end
$$;
