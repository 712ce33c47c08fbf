-- The receipt of an order, which gets its number the first time: numbers follow each other without a gap, because the
-- counter's row stays locked until the receipt is committed. The caller has locked the order.
-- Writes: cold.receipt_counter, cold.receipt.
create or replace function app.number_receipt(p_tenant uuid, p_order uuid, p_at timestamptz) returns cold.receipt
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_receipt cold.receipt;
begin
  select * into v_receipt from cold.receipt r where r.tenant_id = p_tenant and r.order_id = p_order;
  if found then
    return v_receipt;
  end if;
  insert into cold.receipt_counter as c (tenant_id, last_no) values (p_tenant, 1)
  on conflict (tenant_id) do update set last_no = c.last_no + 1
  returning c.last_no into v_receipt.receipt_no;
  insert into cold.receipt (tenant_id, receipt_no, order_id, issued_at)
  values (p_tenant, v_receipt.receipt_no, p_order, p_at)
  returning * into v_receipt;
  return v_receipt;
end
$$;
