-- A cart row in the form events and views carry.
create or replace function app.cart_line(p_line hot.session_cart) returns jsonb
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'line_no', p_line.line_no, 'line_key', p_line.line_key, 'item_id', p_line.item_id, 'item_name', p_line.item_name,
      'quantity', p_line.quantity, 'price', p_line.price::text, 'options', p_line.options, 'without', p_line.without,
      'note', p_line.note, 'accepted', p_line.accepted));
end
$$;
