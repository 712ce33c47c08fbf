-- What can be done with an order as it stands, whoever does it, in the order in which it is done: the steps that
-- app.may_move_order lets pass, and what concerns its money; that of a table is
-- booked by its bill. next_acts and room_acts say whose and where.
create or replace function app.order_acts(p_order cold.orders) returns table (act text, place bigint)
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return query
    select a.act, a.place
    from unnest('{accept_order,start_order,mark_ready,send_out,complete_order,confirm_payment,refund_payment,reject_order,
                  cancel_for_customer}'::text[]) with ordinality a (act, place)
    join cold.order_type_table y on y.order_type_id = p_order.order_type_id
    where case a.act
      when 'confirm_payment' then p_order.tab_id is null and exists (
        select from cold.payments p
        where p.tenant_id = p_order.tenant_id and p.order_id = p_order.order_id and p.status in ('due', 'pending'))
      when 'refund_payment' then app.order_balance(p_order.tenant_id, p_order.order_id) < 0
      else app.may_move_order(y.order_type_name, p_order.status, app.status_after(a.act), 'staff', null) end;
end
$$;
