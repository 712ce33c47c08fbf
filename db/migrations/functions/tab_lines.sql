-- What a tab has, line by line: `share` is what a line costs with its part of the charges of its round, `owed` what of that
-- is still to be paid. Each is spread in the currency's decimals, so that lines come to exactly what their round comes to.
create or replace function app.tab_lines(p_tenant uuid, p_tab uuid)
  returns table (
    place bigint, order_id uuid, order_no bigint, line_no integer, item_id text, item_name text, quantity integer,
    unit_price numeric, asked_by text, share numeric, owed numeric)
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return query
    with rounds as (
      select r.ordinality, r.order_id, r.order_no, app.order_total(o) as total,
             greatest(app.order_balance(p_tenant, r.order_id), 0) as balance
      from app.tab_orders(p_tenant, p_tab) with ordinality r
      join cold.orders o on o.tenant_id = p_tenant and o.order_id = r.order_id
    ), lines as (
      select r.ordinality, r.order_id, r.order_no, r.balance, l.line_no, l.item_id, l.item_name, l.quantity, l.unit_price,
             i.asked_by, s.share - coalesce((
               select sum(b.amount) from cold.tab_bill_line b
               where b.tenant_id = p_tenant and b.order_id = r.order_id and b.line_no = l.line_no
                 and app.is_bill_paid(p_tenant, b.tab_id, b.bill_no)), 0) as unpaid, s.share
      from rounds r
      cross join lateral (
        select array_agg(x.line_no order by x.line_no) as numbers,
               app.spread(r.total, array_agg(greatest(x.quantity * x.unit_price, 0.01) order by x.line_no),
                          app.money_digits(p_tenant)) as parts
        from app.order_lines(p_tenant, r.order_id) x) w
      cross join lateral unnest(w.numbers, w.parts) as s (line_no, share)
      join app.order_lines(p_tenant, r.order_id) l on l.line_no = s.line_no
      join cold.order_item i on i.tenant_id = p_tenant and i.order_id = r.order_id and i.line_no = l.line_no
    ), owing as (
      select n.order_id, array_agg(n.line_no order by n.line_no) as numbers,
             app.spread(min(n.balance), case when sum(greatest(n.unpaid, 0)) > 0
                                             then array_agg(greatest(n.unpaid, 0) order by n.line_no)
                                             else array_agg(greatest(n.share, 0.01) order by n.line_no) end,
                        app.money_digits(p_tenant)) as parts
      from lines n group by n.order_id
    )
    select row_number() over (order by n.ordinality, n.line_no), n.order_id, n.order_no, n.line_no, n.item_id, n.item_name,
           n.quantity, n.unit_price, n.asked_by, n.share, p.owed
    from lines n
    join owing w on w.order_id = n.order_id
    cross join lateral unnest(w.numbers, w.parts) as p (line_no, owed)
    where p.line_no = n.line_no
    order by 1;
end
$$;
