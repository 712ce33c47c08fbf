-- Takes an order to the next step of its life: {"moved": false where it is there already, "was", "refunds": [{"method",
-- "amount"}] that have to go back}. Of an order that will not be, stock, promo code, slot and money are given back, once; a
-- completed one gets its receipt number. p_actor: 'customer', who cancels within the shop's window, or who of the shop it
-- was, 'staff:…'; the caller has checked who says so. Rows are locked as everywhere: order, stock, coupon, tenders.
-- Writes: cold.orders, order_event, menu_item_stock, coupon, coupon_redemption, slot_booking, payments, receipt, outbox.
-- Raises: OC018 no such order, OC062 out of turn, OC063 too late for the customer, OC064 the shop gives no reason to cancel.
create or replace function app.move_order(
  p_tenant uuid, p_order uuid, p_to text, p_actor text, p_reason text, p_at timestamptz
) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order cold.orders := app.lock_order(p_tenant, p_order);
  v_reason text := nullif(btrim(left(p_reason, 200)), '');
begin
  if v_order.status = p_to then
    return jsonb_build_object('moved', false, 'was', v_order.status, 'refunds', app.refunds_of(p_tenant, p_order));
  end if;
  perform app.require_move(v_order, p_to, p_actor);
  if p_to = 'cancelled' and p_actor <> 'customer' and v_reason is null then
    raise exception 'order % cancelled without a reason', p_order
      using errcode = 'OC064', detail = jsonb_build_object('number', v_order.order_no::text);
  end if;

  perform app.record_order_event(p_tenant, p_order, p_to, p_actor, v_reason, '{}', p_at);
  if p_to in ('rejected', 'cancelled') then
    perform app.return_stock(p_tenant, p_order);
    perform app.release_coupon(p_tenant, p_order, p_at);
    perform app.release_slot(p_tenant, p_order);
    perform app.settle_payments(p_tenant, p_order, p_at);
  elsif p_to = 'completed' then
    perform app.number_receipt(p_tenant, p_order, p_at);
  end if;
  perform app.notify_customer(p_tenant, p_order, 'order_status');
  if p_to in ('rejected', 'cancelled') then
    perform app.tell_change(p_tenant, p_order);
  end if;
  if p_actor = 'customer' then
    perform app.alert_rooms(p_tenant, 'order_cancelled', p_order::text, jsonb_build_object('order_id', p_order));
  end if;
  return jsonb_build_object('moved', true, 'was', v_order.status, 'refunds', app.refunds_of(p_tenant, p_order));
end
$$;
