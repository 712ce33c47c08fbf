-- A tab as SessionView.tab has it: rounds, lines with who asked for them, charges of all rounds together, what is paid and
-- left, and its bills that are not void. Money is text with two decimals.
create or replace function app.tab_view(p_tenant uuid, p_tab uuid) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_family uuid[] := app.tab_family(p_tenant, p_tab);
begin
  return (
    select jsonb_build_object(
      'tab_id', t.tab_id, 'table', t.table_no, 'opened_at', t.opened_at, 'is_open', t.closed_at is null,
      'guests', (
        select coalesce(jsonb_agg(g.name order by g.joined_at, g.name), '[]') from cold.tab_guest g
        where g.tenant_id = p_tenant and g.tab_id = any (v_family) and g.name is not null),
      'rounds', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'order_id', o.order_id, 'order_no', o.order_no, 'status', o.status, 'created_at', o.created_at)), '[]')
        from app.tab_orders(p_tenant, p_tab) o),
      'lines', (
        select coalesce(jsonb_agg(v.value || jsonb_build_object(
          'asked_by', i.asked_by, 'order_id', o.order_id, 'order_no', o.order_no)
          order by o.ordinality, (v.value ->> 'line_no')::integer), '[]')
        from app.tab_orders(p_tenant, p_tab) with ordinality o
        cross join lateral jsonb_array_elements(app.order_view(p_tenant, o.order_id) -> 'lines') v
        join cold.order_item i on i.tenant_id = p_tenant and i.order_id = o.order_id
          and i.line_no = (v.value ->> 'line_no')::integer),
      'charges', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'kind', c.kind, 'name', c.name, 'rate', trim_scale(c.rate)::text, 'amount', c.amount::text, 'base', c.base::text,
          'is_included', c.is_included) order by c.first), '[]')
        from (
          select c.kind, c.name, c.rate, c.is_included, sum(c.amount) as amount, sum(c.base) as base,
                 min(array[array_position(array['discount', 'fee', 'tax', 'rounding'], c.kind), c.charge_no]) as first
          from app.tab_orders(p_tenant, p_tab) o, app.order_charges(p_tenant, o.order_id) c
          group by c.kind, c.name, c.rate, c.is_included having sum(c.amount) <> 0) c),
      'total', (
        select coalesce(sum(app.order_total(o)), 0)::numeric(12,2)::text
        from cold.orders o
        where o.tenant_id = p_tenant and o.order_id in (select r.order_id from app.tab_orders(p_tenant, p_tab) r)),
      'paid', (
        select coalesce(sum(p.amount - p.refunded), 0)::numeric(12,2)::text
        from app.tab_orders(p_tenant, p_tab) o
        join cold.payments p on p.tenant_id = p_tenant and p.order_id = o.order_id
        where p.status in ('paid', 'refund_due', 'refunded')),
      'left', app.tab_left(p_tenant, p_tab)::text,
      'bills', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'bill_no', b.bill_no, 'split', b.split, 'label', b.label, 'amount', b.amount::text,
          'is_paid', app.is_bill_paid(p_tenant, b.tab_id, b.bill_no)) order by b.tab_id <> t.tab_id, b.bill_no), '[]')
        from cold.tab_bill b
        where b.tenant_id = p_tenant and b.tab_id = any (v_family) and b.void_at is null))
    from cold.tab t where t.tenant_id = p_tenant and t.tab_id = p_tab);
end
$$;
