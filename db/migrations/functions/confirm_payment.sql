-- The shop has the money that is open for an order: at the counter, at the door, or by UPI. p_method: cash, card or upi,
-- where one of the staff has said how it came. p_amount is the sum he was shown: where another is open by now, nothing is
-- booked. Not p_sure: only judges, and tells what would be. Its customer's message tells so.
-- Writes: as receive_tender; cold.orders, order_event, staff_event.
-- Raises: OC030, OC031, OC036; OC043 nothing is open; OC045 no such way to pay; OC077 another sum is;
-- OC078 it is on the bill of a table.
create or replace function app.confirm_payment(
  p_tenant uuid, p_turn jsonb, p_order_no bigint, p_order uuid default null, p_method text default null,
  p_amount numeric default null, p_sure boolean default true
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'confirm_payment');
  v_order cold.orders := app.staff_order(v_turn, p_order_no, p_order);
  v_payment cold.payments;
  v_was jsonb;
begin
  if not v_turn.replayed then
    select * into v_payment from cold.payments p
    where p.tenant_id = p_tenant and p.order_id = v_order.order_id and p.status in ('due', 'pending')
    order by p.created_at desc, p.payment_id desc limit 1;
    if p_method not in ('cash', 'card', 'upi') then
      raise exception 'paid by %', p_method using errcode = 'OC045';
    elsif v_payment.payment_id is null then
      raise exception 'nothing is open for order %', v_order.order_id
        using errcode = 'OC043', detail = app.staff_order_words(v_order, v_member.role);
    elsif v_order.tab_id is not null then
      raise exception 'order % is on the bill of a table', v_order.order_id
        using errcode = 'OC078', detail = jsonb_build_object(
          'number', v_order.order_no::text, 'table', app.order_table(v_order));
    elsif p_amount <> v_payment.amount then
      raise exception '% is open for order %, and not %', v_payment.amount, v_order.order_id, p_amount
        using errcode = 'OC077',
              detail = app.staff_order_words(v_order, v_member.role) || jsonb_build_object('sum', v_payment.amount::text);
    elsif p_sure then
      v_was := app.staff_values(v_turn, array['order:' || v_order.order_id]);
      v_payment := app.receive_tender(p_tenant, v_order.order_id, v_turn.at, p_method);
      perform app.record_money(v_turn, v_member, 'confirm_payment', v_order, v_was, v_payment.amount, v_payment.method);
    else
      v_payment.method := coalesce(p_method, v_payment.method);
    end if;
  end if;
  return app.staff_order_view(v_turn, v_member, v_order.order_id, jsonb_strip_nulls(jsonb_build_object(
    'amount', v_payment.amount::text, 'method', v_payment.method)));
end
$$;
