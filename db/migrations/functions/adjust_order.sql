-- Gives a line of a locked order another quantity, 0 to take it out, and the order what app.order_quote says of it: by signed
-- rows, the line's and one for each charge that changes, that come to exactly the difference of the totals. Stock and
-- tenders follow, and the kitchen hears what is different. The caller has judged that it may be, and can be had.
-- Writes: cold.order_adjustment, orders, order_event, coupon, coupon_redemption, payments, outbox, orevents; as take_stock
-- and take_ingredients.
create or replace function app.adjust_order(
  p_order cold.orders, p_line_no integer, p_quantity integer, p_quote jsonb, p_actor text, p_reason text, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_line record;
  v_more integer;
begin
  select * into strict v_line from app.order_lines(p_order.tenant_id, p_order.order_id, true) l where l.line_no = p_line_no;
  v_more := p_quantity - v_line.quantity;
  perform app.take_stock(p_order.tenant_id, array[v_line.item_id], array[v_more]);
  perform app.take_ingredients(p_order.tenant_id, p_order.order_id, array[p_line_no], array[v_more]);

  insert into cold.order_adjustment (tenant_id, order_id, adjustment_no, line_no, quantity, amount, reason, actor, at)
  select p_order.tenant_id, p_order.order_id,
         (select coalesce(max(a.adjustment_no), 0) from cold.order_adjustment a
          where a.tenant_id = p_order.tenant_id and a.order_id = p_order.order_id) + row_number() over (order by d.place),
         d.line_no, d.quantity, d.amount, left(d.reason, 200), p_actor, p_at
  from (
    select 0 as place, p_line_no as line_no, v_more as quantity, v_more * v_line.unit_price as amount, p_reason as reason
    union all
    select row_number() over (order by c.kind, c.name), null, 0, sum(c.amount), c.name
    from (
      select q.kind, q.name, q.amount from app.quote_charges(p_quote) q where not q.is_included
      union all
      select o.kind, o.name, -o.amount from app.order_charges(p_order.tenant_id, p_order.order_id) o
      where not o.is_included) c
    group by c.kind, c.name having sum(c.amount) <> 0
  ) d;
  perform app.record_ledger(
    p_order.tenant_id, app.ledger_actor(p_order, p_actor), app.ledger_target(p_order), v_line.item_id,
    case p_quantity when 0 then 120 else 110 end, v_more,
    jsonb_build_object('order_id', p_order.order_id, 'order_no', p_order.order_no, 'line_no', p_line_no), p_at);
  perform app.record_order_event(
    p_order.tenant_id, p_order.order_id, p_order.status, p_actor, p_reason, jsonb_build_object('quote', p_quote), p_at);
  perform app.tell_change(p_order.tenant_id, p_order.order_id, app.printed_line(p_order, p_line_no) || jsonb_build_object(
    'was', v_line.quantity, 'quantity', p_quantity));
  if p_quote -> 'discount' = 'null' then
    perform app.release_coupon(p_order.tenant_id, p_order.order_id, p_at);
  end if;
  perform app.settle_payments(p_order.tenant_id, p_order.order_id, p_at);
end
$$;
