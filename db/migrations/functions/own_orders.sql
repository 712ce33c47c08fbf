-- The orders a customer means, newest first: the one with that id or his latest of that number; else those under way, of the
-- last day or for later, five at most: a shop may leave orders as they are. Raises: OC018 none of his.
create or replace function app.own_orders(p_turn app.turn, p_order_no bigint, p_order uuid) returns setof cold.orders
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return query
    select o.* from cold.orders o
    where o.tenant_id = p_turn.tenant_id and o.customer_id = p_turn.customer_id
      and case
        when p_order is not null then o.order_id = p_order
        when p_order_no is not null then o.order_no = p_order_no
        else o.status not in ('completed', 'rejected', 'cancelled')
          and greatest(o.created_at, o.pickup_at) > p_turn.at - interval '1 day' end
    order by o.created_at desc, o.order_no desc
    limit case when coalesce(p_order::text, p_order_no::text) is null then 5 else 1 end;
  if not found and coalesce(p_order::text, p_order_no::text) is not null then
    raise exception 'no order % of customer %', coalesce(p_order::text, p_order_no::text), p_turn.customer_id
      using errcode = 'OC018';
  end if;
end
$$;
