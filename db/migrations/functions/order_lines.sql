-- The lines of an order as they stand: with what was adjusted since it was placed. Lines without a piece left are not told,
-- unless p_all.
create or replace function app.order_lines(p_tenant uuid, p_order uuid, p_all boolean default false)
  returns table (line_no integer, item_id text, item_name text, quantity integer, unit_price numeric)
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return query
    select i.line_no, i.menu_item_id, i.item_name, i.quantity + coalesce(a.quantity, 0)::integer, i.unit_price
    from cold.order_item i
    left join (
      select x.line_no, sum(x.quantity) as quantity from cold.order_adjustment x
      where x.tenant_id = p_tenant and x.order_id = p_order and x.line_no is not null group by x.line_no) a
      on a.line_no = i.line_no
    where i.tenant_id = p_tenant and i.order_id = p_order and (p_all or i.quantity + coalesce(a.quantity, 0) > 0)
    order by i.line_no;
end
$$;
