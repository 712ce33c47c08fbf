-- Leaves p_quantity pieces of a line of a round, on behalf of a staff member; the order is cancelled where nothing is left.
-- Writes: as adjust_order and move_order; cold.staff_event, outbox.
create or replace function app.take_off(
  p_turn app.turn, p_member cold.staff_member, p_order uuid, p_line_no integer, p_quantity integer
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_actor text := 'staff:' || p_member.channel || ':' || p_member.sender;
  v_order cold.orders := app.lock_order(p_turn.tenant_id, p_order);
  v_was jsonb;
  v_subject text := 'round:' || p_order;
begin
  if p_quantity = 0 and not exists (
    select from app.order_lines(p_turn.tenant_id, p_order) l where l.line_no <> p_line_no) then
    v_subject := 'order:' || p_order;
    v_was := app.staff_value(p_turn, v_subject);
    perform app.move_order(p_turn.tenant_id, p_order, 'cancelled', v_actor, 'taken off the table', p_turn.at);
  else
    v_subject := v_subject || ':' || p_line_no;
    v_was := app.staff_value(p_turn, v_subject);
    perform app.put_round_quantity(v_order, p_line_no, p_quantity, v_actor, 'taken off the table', p_turn.at);
  end if;
  perform app.record_changes(
    p_turn, p_member, 'remove_from_table', array[v_subject], jsonb_build_object(v_subject, v_was),
    jsonb_build_object('table', app.order_table(v_order)));
end
$$;
