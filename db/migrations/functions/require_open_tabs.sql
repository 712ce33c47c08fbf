-- What is still to be paid must be on a tab that is open: after an undo, of these subjects. Raises: OC089 one is closed.
create or replace function app.require_open_tabs(p_tenant uuid, p_subjects text[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_order cold.orders;
begin
  for v_order in
    select o.* from cold.orders o
    where o.tenant_id = p_tenant and o.tab_id is not null
      and o.order_id = any (array(select split_part(s, ':', 2)::uuid from unnest(p_subjects) s where s like 'order:%'))
  loop
    if app.order_balance(p_tenant, v_order.order_id) > 0
       and (app.lock_tab(p_tenant, v_order.tab_id)).closed_at is not null then
      raise exception 'the tab of order % is closed', v_order.order_id
        using errcode = 'OC089', detail = jsonb_build_object('why', 'closed', 'table', app.order_table(v_order));
    end if;
  end loop;
end
$$;
