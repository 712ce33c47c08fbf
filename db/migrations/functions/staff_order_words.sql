-- What a refusal about an order tells one of the staff, as its DETAIL: which order, how it stands, and what his role can do
-- with it instead.
create or replace function app.staff_order_words(p_order cold.orders, p_role text) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return jsonb_build_object(
    'number', p_order.order_no::text, 'status', p_order.status,
    'next', array_to_string(app.next_acts(p_order, p_role), ' '), 'order', replace(p_order.order_id::text, '-', ''));
end
$$;
