-- What a customer has paid of late, for an order or in this chat, newest first, five at most: "payments" of the view.
create or replace function app.payment_help(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  return app.session_view(v_turn, jsonb_build_object('payments', (
    select coalesce(jsonb_agg(app.payment_view(x) order by x.paid_at desc), '[]')
    from (
      select p.* from cold.payments p
      where p.tenant_id = p_tenant and p.status in ('paid', 'refund_due', 'refunded') and p.payment_id in (
        select y.payment_id from cold.orders o
        join cold.payments y on y.tenant_id = o.tenant_id and y.order_id = o.order_id
        where o.tenant_id = p_tenant and o.customer_id = v_turn.customer_id
        union all
        select y.payment_id from warm.checkouts k
        join cold.payments y on y.tenant_id = k.tenant_id and y.checkout_id = k.checkout_id
        where k.tenant_id = p_tenant and k.session_id = v_turn.session_id)
      order by p.paid_at desc limit 5) x)));
end
$$;
