-- Money of an order has gone back to its customer: p_amount, or all that has to. More than that never goes back; what was
-- paid last goes first. p_most: what had to go back when it was asked; where that is another by now, nothing is booked. Not
-- p_sure: only judges, and tells what would be. Writes: as refund_tender; cold.orders, order_event, staff_event, outbox.
-- Raises: OC030, OC031, OC036; OC044 nothing has to go back; OC061 it is more than that; OC077 another sum has to.
create or replace function app.refund_payment(
  p_tenant uuid, p_turn jsonb, p_order_no bigint, p_order uuid default null, p_amount numeric default null,
  p_most numeric default null, p_sure boolean default true
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'refund_payment');
  v_order cold.orders := app.staff_order(v_turn, p_order_no, p_order);
  v_most numeric := -app.order_balance(p_tenant, v_order.order_id);
  v_amount numeric := coalesce(p_amount, v_most);
  v_left numeric := v_amount;
  v_payment cold.payments;
  v_was jsonb;
begin
  if v_turn.replayed then
    return app.staff_order_view(v_turn, v_member, v_order.order_id, '{}');
  elsif v_most <= 0 then
    raise exception 'nothing of order % has to go back', v_order.order_id
      using errcode = 'OC044', detail = app.staff_order_words(v_order, v_member.role);
  elsif p_most <> v_most then
    raise exception '% of order % has to go back, and not %', v_most, v_order.order_id, p_most
      using errcode = 'OC077',
            detail = app.staff_order_words(v_order, v_member.role) || jsonb_build_object('sum', v_most::text);
  elsif v_amount not between 0.01 and v_most or v_amount <> round(v_amount, 2) then
    raise exception 'order %: at most % has to go back', v_order.order_id, v_most
      using errcode = 'OC061', detail = jsonb_build_object('most', v_most::text);
  elsif not p_sure then
    return app.staff_order_view(v_turn, v_member, v_order.order_id, jsonb_build_object(
      'amount', v_amount::numeric(12,2)::text, 'most', v_most::numeric(12,2)::text));
  end if;
  v_was := app.staff_values(v_turn, array['order:' || v_order.order_id]);
  for v_payment in
    select p.* from cold.payments p
    where p.tenant_id = p_tenant and p.order_id = v_order.order_id and p.status in ('refund_due', 'paid')
    order by p.status = 'refund_due' desc, p.paid_at desc, p.payment_id for update
  loop
    exit when v_left = 0;
    perform app.refund_tender(
      p_tenant, v_payment.payment_id, least(v_left, v_payment.amount - v_payment.refunded), v_turn.at);
    v_left := v_left - least(v_left, v_payment.amount - v_payment.refunded);
  end loop;
  perform app.record_money(v_turn, v_member, 'refund_payment', v_order, v_was, v_amount, null);
  return app.staff_order_view(v_turn, v_member, v_order.order_id, jsonb_build_object(
    'amount', v_amount::numeric(12,2)::text, 'left', (v_most - v_amount)::text));
end
$$;
