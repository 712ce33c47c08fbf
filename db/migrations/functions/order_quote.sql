-- What an order costs with p_quantity of one line: as quote_sums, with its "discount". Dishes at the prices they were ordered
-- for; all else by the shop's rules of now. The promo code counts while the dishes come to its minimum.
-- Raises: OC017 for dishes beyond all bounds.
create or replace function app.order_quote(p_order cold.orders, p_line_no integer, p_quantity integer) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn;
  v_lines hot.session_cart[];
  v_goods numeric;
  v_coupon cold.coupon;
  v_discount numeric(12,2);
  v_zone cold.delivery_zone;
begin
  v_turn.tenant_id := p_order.tenant_id;
  v_turn.at := p_order.created_at;
  v_lines := array(
    select jsonb_populate_record(null::hot.session_cart, jsonb_build_object(
      'tenant_id', p_order.tenant_id, 'line_no', l.line_no, 'item_id', l.item_id, 'item_name', l.item_name,
      'quantity', case l.line_no when p_line_no then p_quantity else l.quantity end, 'price', l.unit_price))
    from app.order_lines(p_order.tenant_id, p_order.order_id, true) l
    where case l.line_no when p_line_no then p_quantity else l.quantity end > 0
    order by l.line_no);
  v_goods := (select coalesce(sum(l.quantity * l.price), 0) from unnest(v_lines) l);
  select c.* into v_coupon
  from cold.coupon_redemption r
  join cold.coupon c on c.tenant_id = r.tenant_id and c.code = r.code
  where r.tenant_id = p_order.tenant_id and r.order_id = p_order.order_id and r.released_at is null
    and v_goods >= c.minimum_order;
  v_discount := least(v_goods, coalesce(app.coupon_amount(v_coupon, v_lines), 0));
  select * into v_zone from cold.delivery_zone z
  where z.tenant_id = p_order.tenant_id and z.zone_id = p_order.zone_id;
  return app.quote_sums(
    v_turn, v_lines,
    (select y.order_type_name from cold.order_type_table y where y.order_type_id = p_order.order_type_id), v_discount,
    case when v_zone.fee > 0 and (v_zone.free_from is null or v_goods < v_zone.free_from) then
      jsonb_build_object('fee_id', 'delivery', 'name', 'Delivery', 'amount', v_zone.fee::text) end)
    || jsonb_build_object('discount', case when v_discount > 0 then
      jsonb_build_object('code', v_coupon.code, 'amount', v_discount::text) end);
end
$$;
