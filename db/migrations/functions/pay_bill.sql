-- Books the money of a bill of a table, or without p_bill_no p_amount of what is left. p_amount is what was asked for: where
-- the tab has changed since, nothing is booked. It goes to the rounds the bill is of, so each order knows what is paid of it. A
-- tab that is all paid, with nothing in the kitchen, closes itself. Returns the tab.
-- Writes: cold.payments, tab_bill, tab_bill_line, staff_event; as settle_payments and settle_tab.
-- Raises: OC030, OC031; OC014 no way to pay; OC083 nothing to pay, or paid already; OC084 changed since; OC085 more than is
-- left; as tab_at.
create or replace function app.pay_bill(
  p_tenant uuid, p_turn jsonb, p_table text, p_bill_no integer, p_method text, p_amount numeric
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'pay_bill');
  v_tab cold.tab;
  v_left numeric;
  v_bill cold.tab_bill;
  v_subjects text[];
  v_was jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('table', p_table), 'tab', (
      select app.tab_view(p_tenant, t.tab_id) from cold.tab t
      where t.tenant_id = p_tenant and t.table_no = app.table_name(p_tenant, p_table) and t.closed_at is null)));
  elsif p_method <> all (array['cash', 'card', 'upi']) then
    raise exception 'payment method % is not taken', p_method
      using errcode = 'OC014', detail = jsonb_build_object('offered', 'cash, card, upi');
  end if;
  v_tab := app.tab_at(p_tenant, p_table);
  perform app.lock_order(p_tenant, o.order_id) from app.tab_orders(p_tenant, v_tab.tab_id) o;
  v_subjects := app.tab_subjects(v_tab);
  v_was := app.staff_values(v_turn, v_subjects);
  v_left := app.tab_left(p_tenant, v_tab.tab_id);
  if p_bill_no is null and p_amount > v_left and v_left > 0 then
    raise exception 'only % is left', v_left
      using errcode = 'OC085', detail = jsonb_build_object('table', v_tab.table_no, 'left', v_left::text);
  elsif p_bill_no is null and p_amount > 0 and v_left > 0 then
    perform app.cut_bills(v_tab, 'whole', null, p_amount, v_turn.at);
  end if;
  select * into v_bill from cold.tab_bill b
  where b.tenant_id = p_tenant and b.tab_id = v_tab.tab_id and b.bill_no = coalesce(p_bill_no, (
    select max(n.bill_no) from cold.tab_bill n
    where n.tenant_id = p_tenant and n.tab_id = v_tab.tab_id and n.void_at is null));
  if v_bill.bill_no is null or v_left = 0 or app.is_bill_paid(p_tenant, v_tab.tab_id, v_bill.bill_no) then
    raise exception 'nothing to pay of table %', v_tab.table_no
      using errcode = 'OC083', detail = jsonb_build_object('table', v_tab.table_no);
  elsif v_bill.void_at is not null or v_bill.amount is distinct from p_amount
        or p_bill_no is not null and not app.bills_hold(v_tab) then
    raise exception 'the tab of table % has changed', v_tab.table_no
      using errcode = 'OC084', detail = jsonb_build_object(
        'table', v_tab.table_no, 'left', v_left::text, 'was', p_amount::text);
  end if;

  insert into cold.payments (tenant_id, payment_id, order_id, tab_id, bill_no, method, status, amount, currency, created_at,
                             updated_at, paid_at)
  select p_tenant, gen_random_uuid(), l.order_id, v_tab.tab_id, v_bill.bill_no, p_method, 'paid', sum(l.amount),
         min(t.currency), v_turn.at, v_turn.at, v_turn.at
  from cold.tab_bill_line l
  join cold.tenants t using (tenant_id)
  where l.tenant_id = p_tenant and l.tab_id = v_tab.tab_id and l.bill_no = v_bill.bill_no
  group by l.order_id;
  perform app.settle_payments(p_tenant, o.order_id, v_turn.at) from app.tab_orders(p_tenant, v_tab.tab_id) o;
  perform app.record_staff_act(
    v_turn, v_member, 'pay_bill', 'bill:' || v_tab.tab_id || ':' || v_bill.bill_no, jsonb '{"is_paid": false}',
    jsonb_build_object('is_paid', true, 'method', p_method, 'amount', v_bill.amount::text));
  perform app.settle_tab(p_tenant, v_tab.tab_id, 'staff:' || v_member.channel || ':' || v_member.sender, v_turn.at);
  perform app.record_changes(
    v_turn, v_member, 'pay_bill', v_subjects, v_was,
    jsonb_build_object('amount', v_bill.amount::text, 'method', p_method, 'table', v_tab.table_no));
  return app.session_view(v_turn, jsonb_build_object(
    'staff', jsonb_build_object('table', v_tab.table_no, 'amount', v_bill.amount::text),
    'tab', app.tab_view(p_tenant, v_tab.tab_id)));
end
$$;
