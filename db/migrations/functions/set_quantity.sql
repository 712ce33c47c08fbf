-- Sets the quantity of a line to 1 to 99. A reference that fits several lines changes nothing and asks which.
-- Writes: a quantity_set event. Raises: OC002, OC004, OC005, OC007, OC011.
create or replace function app.set_quantity(p_tenant uuid, p_turn jsonb, p_line jsonb, p_quantity integer) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_ask jsonb;
  v_changed jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  perform app.check_quantity(p_quantity);
  v_ask := app.line_numbers(v_turn, p_line);
  if v_ask is not null then
    return app.session_view(v_turn, jsonb_build_object('ask_lines', v_ask));
  end if;
  select app.put_quantity(v_turn, l, p_quantity) into v_changed from app.find_lines(v_turn, p_line) l;
  return app.session_view(v_turn, jsonb_build_object('changed', jsonb_build_array(v_changed)));
end
$$;
