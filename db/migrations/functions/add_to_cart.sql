-- Adds lines to the cart, several at once: all of them or, where one is refused, none.
-- p_lines: [{"item": {"item_id"} | {"last": true} | {"shown": n}, "quantity", "options", "without", "note"}].
-- {"last": true} is the line mentioned last, as it was ordered; {"shown": n} the n-th dish of the menu page shown last.
-- Writes: item_added events. Raises: OC001, OC002, OC004, OC005, OC006, OC008, OC009, OC010, OC011, OC017.
create or replace function app.add_to_cart(p_tenant uuid, p_turn jsonb, p_lines jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_wish jsonb;
  v_changed jsonb := jsonb '[]';
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  for v_wish in select value from jsonb_array_elements(p_lines) loop
    v_wish := app.resolve_wish(v_turn, v_wish);
    v_changed := v_changed || jsonb_build_array(app.add_line(
      v_turn,
      app.price_line(p_tenant, v_wish ->> 'item_id', v_wish, v_turn.at),
      app.check_quantity((v_wish ->> 'quantity')::integer)));
  end loop;
  return app.session_view(v_turn, jsonb_build_object('changed', v_changed));
end
$$;
