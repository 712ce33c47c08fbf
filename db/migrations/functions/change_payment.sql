-- Moves a tender on; the only writer of its status. Returns it as it is then.
-- Writes: cold.payments. Raises: OC060 where it cannot become that from what it is.
create or replace function app.change_payment(p_tenant uuid, p_payment uuid, p_to text, p_at timestamptz)
  returns cold.payments
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_payment cold.payments;
  v_status text;
begin
  update cold.payments p set
    status = p_to, updated_at = p_at,
    paid_at = case when p_to in ('paid', 'refund_due') then coalesce(p.paid_at, p_at) else p.paid_at end
  where p.tenant_id = p_tenant and p.payment_id = p_payment and app.may_change_payment(p.status, p_to)
  returning * into v_payment;
  if not found then
    select p.status into v_status from cold.payments p where p.tenant_id = p_tenant and p.payment_id = p_payment;
    raise exception 'payment % cannot become % from %', p_payment, p_to, v_status
      using errcode = 'OC060', detail = jsonb_build_object('status', coalesce(v_status, 'unknown'));
  end if;
  return v_payment;
end
$$;
