-- The customer's orders, newest first: the five latest, or the latest numbered p_order_no.
-- Raises: OC018 where the number is none of his.
create or replace function app.order_status(p_tenant uuid, p_turn jsonb, p_order_no bigint) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_orders jsonb := (
    select coalesce(jsonb_agg(app.own_order_view(p_tenant, o.order_id) order by o.created_at desc, o.order_no desc), '[]')
    from (
      select c.order_id, c.order_no, c.created_at from cold.orders c
      where c.tenant_id = p_tenant and c.customer_id = v_turn.customer_id
        and (p_order_no is null or c.order_no = p_order_no)
      order by c.created_at desc, c.order_no desc
      limit case when p_order_no is null then 5 else 1 end
    ) o);
begin
  if p_order_no is not null and v_orders = '[]' then
    raise exception 'no order % of customer %', p_order_no, v_turn.customer_id using errcode = 'OC018';
  end if;
  return app.session_view(v_turn, jsonb_build_object('orders', v_orders));
end
$$;
