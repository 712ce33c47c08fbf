-- Makes p_quantity pieces of an active line otherwise, and returns the line as it is now in the form of changed_line.
-- Where another line is made so, or some of the pieces stay as they were, they leave their line. p_new: as price_line
-- returns it, of the same item. A price that has moved since is told in `was`, apart from what the change itself costs.
-- Writes: item_updated, or quantity_set or item_removed and item_added events. Raises: OC004, OC017.
create or replace function app.change_line(
  p_turn app.turn, p_old hot.session_cart, p_new jsonb, p_quantity integer
) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_was jsonb := app.moved_price(p_turn, p_old);
  v_event jsonb;
begin
  if p_new ->> 'line_key' <> p_old.line_key and (p_quantity < p_old.quantity or exists (
    select from hot.session_cart c
    where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id and c.line_key = p_new ->> 'line_key'
      and c.line_no <> p_old.line_no
  )) then
    perform app.put_quantity(p_turn, p_old, greatest(0, p_old.quantity - p_quantity));
    return app.add_line(p_turn, p_new, least(p_quantity, p_old.quantity)) || v_was;
  end if;
  v_event := p_new || jsonb_build_object(
    'line_no', p_old.line_no, 'quantity', p_old.quantity, 'quantity_after', p_old.quantity);
  perform app.record_event(p_turn, 'item_updated', v_event);
  return app.changed_line(v_event, 0) || v_was;
end
$$;
