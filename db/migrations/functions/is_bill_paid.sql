-- Whether the money of a bill is here.
create or replace function app.is_bill_paid(p_tenant uuid, p_tab uuid, p_bill_no integer) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return exists (
    select from cold.payments p
    where p.tenant_id = p_tenant and p.tab_id = p_tab and p.bill_no = p_bill_no
      and p.status in ('paid', 'refund_due', 'refunded'));
end
$$;
