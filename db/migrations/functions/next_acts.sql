-- What one of the staff can do with an order as it stands, in the order in which it is done: the steps that
-- app.may_move_order lets pass, and what concerns its money, as far as the role may.
create or replace function app.next_acts(p_order cold.orders, p_role text) returns text[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array(
    select a.act
    from unnest('{accept_order,start_order,mark_ready,send_out,complete_order,confirm_payment,refund_payment,reject_order,
                  cancel_for_customer}'::text[]) with ordinality a (act, place),
      cold.order_type_table y
    where y.order_type_id = p_order.order_type_id and p_role = any (app.staff_roles(a.act))
      and case a.act
        when 'confirm_payment' then exists (
          select from cold.payments p
          where p.tenant_id = p_order.tenant_id and p.order_id = p_order.order_id and p.status in ('due', 'pending'))
        when 'refund_payment' then app.order_balance(p_order.tenant_id, p_order.order_id) < 0
        else app.may_move_order(y.order_type_name, p_order.status, app.status_after(a.act), 'staff', null) end
    order by a.place);
end
$$;
