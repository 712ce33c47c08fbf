-- Hands out the receipt of a locked order, and counts it: from the second time on it is marked as a copy. p_again false: it
-- is handed out once more to who has just had it, and not counted. Returns it as receipt_view.
-- Writes: cold.receipt; as number_receipt. Raises: OC068 it is neither completed nor paid yet.
create or replace function app.print_receipt(p_order cold.orders, p_again boolean, p_at timestamptz) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_receipt cold.receipt;
begin
  if not app.has_receipt(p_order) then
    raise exception 'order % is not paid yet', p_order.order_id
      using errcode = 'OC068',
            detail = jsonb_build_object('number', p_order.order_no::text, 'status', p_order.status);
  end if;
  v_receipt := app.number_receipt(p_order.tenant_id, p_order.order_id, p_at);
  update cold.receipt r set prints = r.prints + 1
  where r.tenant_id = p_order.tenant_id and r.receipt_no = v_receipt.receipt_no and (p_again or r.prints = 0);
  select * into v_receipt from cold.receipt r where r.tenant_id = p_order.tenant_id and r.order_id = p_order.order_id;
  return app.receipt_view(v_receipt);
end
$$;
