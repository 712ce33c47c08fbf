-- Puts money of a locked order that has come in or gone back on record, in the order's life and among what staff did, and
-- lets its customer's message follow. p_act: confirm_payment or refund_payment; p_was: staff_values before it.
-- Writes: cold.orders, order_event, staff_event, outbox.
create or replace function app.record_money(
  p_turn app.turn, p_member cold.staff_member, p_act text, p_order cold.orders, p_was jsonb, p_amount numeric, p_method text
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_money jsonb := jsonb_strip_nulls(jsonb_build_object(p_act, p_amount::numeric(12,2)::text, 'method', p_method));
  v_subject text := 'order:' || p_order.order_id;
begin
  perform app.record_order_event(
    p_turn.tenant_id, p_order.order_id, p_order.status, app.staff_actor(p_turn), null, v_money, p_turn.at);
  perform app.record_changes(
    p_turn, p_member, p_act, array[v_subject], p_was,
    jsonb_strip_nulls(jsonb_build_object('amount', p_amount::numeric(12,2)::text, 'method', p_method)));
  perform app.record_staff_act(
    p_turn, p_member, p_act, v_subject, jsonb_build_object('order_no', p_order.order_no),
    v_money || jsonb_build_object('order_no', p_order.order_no));
  perform app.notify_customer(p_turn.tenant_id, p_order.order_id, 'order_status');
end
$$;
