-- Takes lines out of the cart, or p_quantity pieces of each. All of them or none; several fits of one reference ask.
-- Writes: item_removed or quantity_set events. Raises: OC002, OC004, OC007.
create or replace function app.remove_from_cart(p_tenant uuid, p_turn jsonb, p_lines jsonb, p_quantity integer)
  returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_fewer integer := app.check_quantity(coalesce(p_quantity, 99));
  v_reference jsonb;
  v_ask jsonb;
  v_changed jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  for v_reference in select value from jsonb_array_elements(p_lines) loop
    v_ask := app.line_numbers(v_turn, v_reference);
    if v_ask is not null then
      return app.session_view(v_turn, jsonb_build_object('ask_lines', v_ask));
    end if;
  end loop;
  -- All are found before any is removed: "the second one" counts the lines as the customer saw them.
  with found as materialized (
    select distinct on (l.line_no) l as line from jsonb_array_elements(p_lines) r, app.find_lines(v_turn, r.value) l
  )
  select coalesce(jsonb_agg(app.put_quantity(v_turn, f.line, greatest(0, (f.line).quantity - v_fewer))), '[]') into v_changed
  from found f;
  return app.session_view(v_turn, jsonb_build_object('changed', v_changed));
end
$$;
