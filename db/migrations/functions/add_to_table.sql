-- Adds lines to what a table has: a session of its own (channel 'table', the table's name as chat), whose cart they go to
-- as a customer's would, at the same prices. All of them or, where one is refused, none. Returns the table's session.
-- Writes: item_added events, cold.staff_event. Raises: OC030, OC031; OC041 no name of a table; and as add_lines.
create or replace function app.add_to_table(p_tenant uuid, p_turn jsonb, p_table text, p_lines jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'add_to_table');
  v_name text := lower(btrim(p_table));
  v_table app.turn;
  v_added jsonb := jsonb '{}';
begin
  if v_name is null or v_name !~ '^[[:alnum:]][[:alnum:] -]{0,19}$' then
    raise exception 'no table %', p_table using errcode = 'OC041';
  end if;
  v_table := app.enter_session(v_turn, jsonb_build_object('channel', 'table', 'chat', v_name, 'sender', v_name));
  if not v_turn.replayed then
    v_added := app.add_lines(v_table, p_lines);
    perform app.record_staff_event(
      v_turn, v_member, 'add_to_table', 'table:' || v_table.session_id || ':' || (c.value ->> 'line_no'),
      jsonb_build_object('quantity', (c.value ->> 'quantity')::integer - (c.value ->> 'delta')::integer),
      jsonb_build_object('quantity', c.value -> 'quantity'))
    from jsonb_array_elements(v_added -> 'changed') c;
  end if;
  return app.session_view(v_table, v_added || jsonb_build_object('staff', jsonb_build_object('table', v_name)));
end
$$;
