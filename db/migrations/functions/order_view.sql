-- A placed order as SessionView.order has it, as it stands, with its lines: `dietary` is the banner of its ticket, `accepted`
-- what the customer would have in a line all the same. Money is text with two decimals.
create or replace function app.order_view(p_tenant uuid, p_order uuid) returns jsonb
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
  select jsonb_build_object(
    'order_id', o.order_id, 'order_no', o.order_no, 'status', o.status, 'order_type', y.order_type_name,
    'payment_method', o.payment_method, 'subtotal', (
      select sum(l.quantity * l.unit_price)::numeric(12,2)::text from app.order_lines(o.tenant_id, o.order_id) l),
    'total', app.order_total(o)::numeric(12,2)::text, 'may_change', app.may_cancel(o), 'has_receipt', app.has_receipt(o),
    'created_at', o.created_at, 'pickup_at', o.pickup_at, 'ready_at', o.ready_at, 'table_no', app.order_table(o),
    'dietary', o.dietary,
    'steps', (
      select coalesce(jsonb_agg(jsonb_build_object('status', e.status, 'at', e.at, 'reason', e.reason)
        order by e.seq), '[]')
      from cold.order_event e
      where e.tenant_id = o.tenant_id and e.order_id = o.order_id and e.data = '{}'),
    'charges', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', c.kind, 'name', c.name, 'rate', trim_scale(c.rate)::text, 'base', c.base::text, 'amount', c.amount::text,
        'is_included', c.is_included) order by c.charge_no), '[]')
      from app.order_charges(o.tenant_id, o.order_id) c),
    'payments', (
      select coalesce(jsonb_agg(app.payment_view(p) order by p.created_at, p.payment_id), '[]')
      from cold.payments p where p.tenant_id = o.tenant_id and p.order_id = o.order_id),
    'lines', (
      select jsonb_agg(jsonb_build_object(
        'line_no', i.line_no, 'item_id', i.menu_item_id, 'item_name', i.item_name, 'quantity', n.quantity,
        'unit_price', i.unit_price::text, 'line_total', (n.quantity * i.unit_price)::numeric(12,2)::text,
        'without', i.without, 'note', i.note,
        'accepted', i.accepted,
        'options', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'group_id', p.group_id, 'option_id', p.option_id, 'name', p.option_name, 'amount', p.amount,
            'count', p.count, 'price_delta', p.price_delta::text, 'price', p.price::text)
            order by p.group_id, p.option_id), '[]')
          from cold.order_item_option p
          where p.tenant_id = i.tenant_id and p.order_id = i.order_id and p.line_no = i.line_no)
        ) order by i.line_no)
      from cold.order_item i
      join app.order_lines(o.tenant_id, o.order_id) n on n.line_no = i.line_no
      where i.tenant_id = o.tenant_id and i.order_id = o.order_id))
  from cold.orders o
  join cold.order_type_table y using (order_type_id)
  where o.tenant_id = p_tenant and o.order_id = p_order
$$;
