-- The receipt of an order of the customer, the latest one that can have one unless p_order or p_order_no says which: "receipt"
-- of the view. Asked for again it is a copy, and counted. Writes: as print_receipt. Raises: OC018 none of his, OC068.
create or replace function app.issue_receipt(p_tenant uuid, p_turn jsonb, p_order_no bigint, p_order uuid) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_order uuid;
begin
  if coalesce(p_order::text, p_order_no::text) is not null then
    select o.order_id into v_order from app.own_orders(v_turn, p_order_no, p_order) o;
  else
    select o.order_id into v_order
    from (select c.* from cold.orders c
          where c.tenant_id = p_tenant and c.customer_id = v_turn.customer_id
          order by c.created_at desc, c.order_no desc limit 5) c
    join cold.orders o on o.tenant_id = p_tenant and o.order_id = c.order_id
    order by app.has_receipt(o) desc, o.created_at desc, o.order_no desc limit 1;
  end if;
  return app.session_view(v_turn, jsonb_build_object(
    'receipt', app.print_receipt(app.lock_order(p_tenant, v_order), not v_turn.replayed, v_turn.at)));
end
$$;
