-- Bills of a locked tab that are not paid are good no more. Writes: cold.tab_bill.
create or replace function app.void_bills(p_tab cold.tab, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  update cold.tab_bill b set void_at = p_at
  where b.tenant_id = p_tab.tenant_id and b.tab_id = p_tab.tab_id and b.void_at is null
    and not app.is_bill_paid(b.tenant_id, b.tab_id, b.bill_no);
end
$$;
