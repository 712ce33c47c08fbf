-- A locked round, or a line of it, as a staff event keeps it: how many pieces there are, 0 of one that will not be, what it
-- comes to, and what is paid of it.
create or replace function app.round_value(p_order cold.orders, p_line_no integer) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return jsonb_build_object(
    'quantity', case when p_order.status in ('rejected', 'cancelled') then 0 else (
      select coalesce(sum(l.quantity), 0) from app.order_lines(p_order.tenant_id, p_order.order_id) l
      where p_line_no is null or l.line_no = p_line_no) end,
    'total', app.order_total(p_order)::numeric(12,2)::text,
    'tenders', app.tenders_value(p_order.tenant_id, p_order.order_id),
    'coupon', app.coupon_taken(p_order.tenant_id, p_order.order_id));
end
$$;
