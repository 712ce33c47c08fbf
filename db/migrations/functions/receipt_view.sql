-- A receipt as SessionView.receipt has it: the shop by its legal name, the order as it stands, and the how-manieth print it
-- is. `token` is the unguessable part of its link.
create or replace function app.receipt_view(p_receipt cold.receipt) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'number', t.receipt_prefix || p_receipt.receipt_no, 'token', p_receipt.token, 'issued_at', p_receipt.issued_at,
      'prints', p_receipt.prints, 'shop', t.name, 'legal_name', t.legal_name, 'address', t.address,
      'tax_number', t.tax_number, 'order_ref', to_char(o.order_day, 'YYYYMMDD') || '-' || o.order_no,
      'order', app.order_view(o.tenant_id, o.order_id))
    from cold.tenants t
    join cold.orders o on o.tenant_id = t.tenant_id and o.order_id = p_receipt.order_id
    where t.tenant_id = p_receipt.tenant_id);
end
$$;
