-- Gives an active line another quantity, 0 to take it out, and returns the changed line.
-- Writes: a quantity_set or item_removed event. Raises: OC004; where it becomes more, as require_available.
create or replace function app.put_quantity(p_turn app.turn, p_line hot.session_cart, p_quantity integer) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_event jsonb := app.cart_line(p_line) || jsonb_build_object(
    'quantity', abs(p_quantity - p_line.quantity), 'quantity_after', p_quantity);
begin
  if p_quantity <> 0 then
    perform app.check_quantity(p_quantity);
  end if;
  if p_quantity > p_line.quantity then
    perform app.require_available(
      p_turn, p_line.item_id, app.pieces_in_cart(p_turn, p_line.item_id) - p_line.quantity + p_quantity);
  end if;
  perform app.record_event(p_turn, case p_quantity when 0 then 'item_removed' else 'quantity_set' end, v_event);
  return app.changed_line(v_event, p_quantity - p_line.quantity);
end
$$;
