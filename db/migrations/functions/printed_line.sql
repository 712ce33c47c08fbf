-- A line of an order as a ticket shows it, with what was chosen of it, whether or not a piece of it is left.
create or replace function app.printed_line(p_order cold.orders, p_line_no integer) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'line_no', i.line_no, 'item_id', i.menu_item_id, 'item_name', i.item_name, 'unit_price', i.unit_price::text,
      'line_total', i.subtotal::text, 'without', i.without, 'note', i.note, 'options', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'group_id', p.group_id, 'option_id', p.option_id, 'name', p.option_name, 'amount', p.amount, 'count', p.count)
          order by p.group_id, p.option_id), '[]')
        from cold.order_item_option p
        where p.tenant_id = i.tenant_id and p.order_id = i.order_id and p.line_no = i.line_no))
    from cold.order_item i
    where i.tenant_id = p_order.tenant_id and i.order_id = p_order.order_id and i.line_no = p_line_no);
end
$$;
