-- Accepts whatever of a line in the cart goes against the customer's rules: his explicit word, printed on the ticket.
-- Writes: an item_updated event where there is something to accept. Raises: OC007 no such line.
create or replace function app.accept_conflict(p_tenant uuid, p_turn jsonb, p_line_no integer) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_line hot.session_cart;
  v_against jsonb;
  v_event jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  select * into strict v_line from app.find_lines(v_turn, jsonb_build_object('line_no', p_line_no));
  v_against := app.line_conflicts(v_turn, app.cart_line(v_line));
  if v_against = '[]' then
    return app.session_view(v_turn);
  end if;
  v_event := app.accept_conflicts(v_turn, app.cart_line(v_line), (
    select jsonb_agg((c.value ->> 'kind') || ':' || (c.value ->> 'what')) from jsonb_array_elements(v_against) c))
    || jsonb_build_object('quantity', v_line.quantity, 'quantity_after', v_line.quantity);
  perform app.record_event(v_turn, 'item_updated', v_event);
  return app.session_view(v_turn, jsonb_build_object('changed', jsonb_build_array(app.changed_line(v_event, 0))));
end
$$;
