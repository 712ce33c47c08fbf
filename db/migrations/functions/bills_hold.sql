-- Whether the bills of a locked tab that are not paid come to what is left of every round: nothing was ordered, taken off or
-- paid since they were made.
create or replace function app.bills_hold(p_tab cold.tab) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return not exists (
    select from (
      select o.order_id, greatest(app.order_balance(p_tab.tenant_id, o.order_id), 0) as amount
      from app.tab_orders(p_tab.tenant_id, p_tab.tab_id) o
      union all
      select l.order_id, -l.amount
      from cold.tab_bill b
      join cold.tab_bill_line l using (tenant_id, tab_id, bill_no)
      where b.tenant_id = p_tab.tenant_id and b.tab_id = p_tab.tab_id and b.void_at is null
        and not app.is_bill_paid(b.tenant_id, b.tab_id, b.bill_no)) x
    group by x.order_id having sum(x.amount) <> 0);
end
$$;
